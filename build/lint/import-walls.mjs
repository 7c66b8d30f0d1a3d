import path from 'node:path';
import { behindMonaco, featureRoom, keptPackages, rooms, testPackages } from './walls.mjs';

/** @import { Rule } from 'eslint' */
/** @import { Room } from './walls.mjs' */

const roomNames = Object.keys(rooms).sort((a, b) => b.length - a.length);

/**
 * @param {string} file a path from the project's root, with slashes
 * @returns {string | undefined} the name of its room; `undefined` for what has no walls (bench, e2e, build, configuration)
 */
export function roomOf(file) {
  const name = roomNames.find((room) => file === room || file.startsWith(`${room}/`));
  const [, feature, inside] = /^src\/([^/]+)\/(.)/.exec(file) ?? [];
  return name === 'src' && feature && inside ? `src/${feature}` : name;
}

/**
 * @param {string} name
 * @returns {Room}
 */
const rulesOf = (name) => rooms[name] ?? featureRoom;

/**
 * @param {readonly string[]} names
 * @param {string} name
 */
const lists = (names, name) => names.some((entry) => entry === name || (entry.endsWith('/*') && `${name}/`.startsWith(entry.slice(0, -1))));

/** @param {string} name */
const topOf = (name) => name.split('/')[0];

/**
 * @param {readonly string[]} packages
 * @param {string} source
 */
const allowsPackage = (packages, source) =>
  packages.some((entry) => (entry === 'node:*' ? source.startsWith('node:') : source === entry || source.startsWith(`${entry}/`)));

/**
 * Why a file may not import something.
 *
 * @param {string} from the importing file, from the project's root
 * @param {string} source what it imports, as written
 * @returns {string | null} a sentence, or `null` if the import is fine
 */
export function brokenWall(from, source) {
  const room = roomOf(from);
  const isTest = /\.test\.ts$/.test(from);
  if (!source.startsWith('.')) {
    const kept = Object.entries(keptPackages).find(([name]) => allowsPackage([name], source));
    if (kept && room && !kept[1].test(from)) return `${kept[0]} has one place (${kept[1].source}), and ${from} is not it.`;
    if (!room || kept || allowsPackage(rulesOf(room).packages, source) || (isTest && allowsPackage(testPackages, source))) return null;
    return `${room} may not import the package ${source}.`;
  }
  const target = path.posix.join(path.posix.dirname(from), source);
  if (behindMonaco.test(target) && !keptPackages['monaco-editor'].test(from)) return `${target} loads Monaco: import src/editor/monaco.js.`;
  const targetRoom = roomOf(target.replace(/\.js$/, '.ts'));
  if (!room || room === targetRoom) return null;
  if (targetRoom && lists(rulesOf(room).rooms, targetRoom)) return null;
  // A test may put together what the code around it must not know.
  if (isTest && targetRoom && topOf(room) === topOf(targetRoom)) return null;
  return `${room} may not import ${targetRoom ?? target}: see the table in build/lint/walls.mjs.`;
}

/** The rule: every static import, re-export, `import()` and `import('…')` type is held against the table. */
export const importWalls = /** @type {Rule.RuleModule} */ ({
  meta: { type: 'problem', schema: [], messages: { wall: '{{reason}}' } },
  create(context) {
    const from = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    /** @param {Rule.Node} node */
    const check = (node) => {
      const { source } = /** @type {{ source?: { value?: unknown } | null }} */ (/** @type {unknown} */ (node));
      const text = source?.value;
      const reason = typeof text === 'string' ? brokenWall(from, text.replace(/\?.*$/, '')) : null;
      if (reason) context.report({ node, messageId: 'wall', data: { reason } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
});
