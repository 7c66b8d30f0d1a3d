import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';
import { importWalls } from './build/lint/import-walls.mjs';
import { runtimeTestTimeRules, runtimeTimeRules } from './build/lint/runtime-time.mjs';
import svelteConfig from './svelte.config.js';

/** Type stripping must be enough for every file (parameter properties excepted), here and in what users write. */
const notErasable = [
  { selector: 'TSEnumDeclaration', message: 'Enums leave code behind: use a union of literals.' },
  { selector: 'TSModuleDeclaration[declare!=true][kind!="global"]', message: 'Namespaces leave code behind: use a module.' },
  { selector: 'TSImportEqualsDeclaration', message: 'Use an import declaration.' },
  { selector: 'TSExportAssignment', message: 'Use an export declaration.' },
];

export default defineConfig(
  globalIgnores(['dist/', 'dist-docs/', '.cache/', '.tsbuild/', 'test-results/', 'playwright-report/', 'coverage/', 'public/']),
  typescript.configs.recommended,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { project: { rules: { 'import-walls': importWalls } } },
    rules: {
      'project/import-walls': 'error',
      'no-restricted-syntax': ['error', ...notErasable],
      // The compiler has these (noUnusedLocals, noUnusedParameters), with the exceptions people expect.
      '@typescript-eslint/no-unused-vars': 'off',
      'no-undef': 'off',
      // An index that a loop has just checked: the compiler cannot know, the reader can.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    // Svelte's own rule knows that `$props()` is destructured as a whole.
    // A map that no view shows needs no reactivity; what is shown is `$state`.
    rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error', 'svelte/prefer-svelte-reactivity': 'off' },
  },
  { files: ['worker/**/*.ts'], rules: runtimeTimeRules },
  { files: ['worker/**/*.test.ts'], rules: runtimeTestTimeRules },
  // Learners write one import for everything.
  { files: ['lessons/course/**'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  {
    // What users read and write: declarations of a dynamic language's interface, and samples that name every member and err on purpose.
    files: ['worker/typescript/api/**'],
    rules: {
      'no-var': 'off',
      'no-restricted-globals': 'off',
      '@typescript-eslint/ban-ts-comment': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
