/** What helps while one types: completion with its list, snippets, parameters, folding. */
import './text.js';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/suggest/register';
