/** Lists and trees: the largest of what several features share. */
import './completion.js';
import 'monaco-editor/platform/list/browser/listService';
