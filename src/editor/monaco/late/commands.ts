/** The editor's own palette of commands, and the services that Monaco would have registered with its core. */
import './hover.js';
import 'monaco-editor/features/quickCommand/register';
import 'monaco-editor/features/quickHelp/register';
import './services.js';
