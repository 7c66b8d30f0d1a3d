/** Going from problem to problem, going to where a name is declared or used, and renaming it. */
import './lists.js';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/editor/contrib/gotoSymbol/browser/goToCommands';
import 'monaco-editor/features/gotoSymbol/register';
import 'monaco-editor/features/rename/register';
