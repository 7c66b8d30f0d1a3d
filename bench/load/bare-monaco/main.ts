/** Monaco's core with colours for TypeScript: the least that a page with Monaco loads. */
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import { editor } from 'monaco-editor/editor';
import 'monaco-editor/languages/definitions/typescript/register';
import { sampleText } from '../sample-text.js';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
editor.create(document.getElementById('editor')!, { value: sampleText, language: 'typescript', automaticLayout: true });
