/** What is shown beside the text: cards below the pointer, menus, suggested changes, what to paste. */
import './symbols.js';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/hover/register';
