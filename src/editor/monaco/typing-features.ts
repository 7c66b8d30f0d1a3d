/**
 * What the editor needs from its first key on, beside its core: about 25 kB. Everything larger is in late-features.ts.
 *
 * In Monaco 0.57 some `register` modules name one of several parts of their feature: the others are imported by their own paths.
 */
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/editor/contrib/caretOperations/browser/caretOperations';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/tokenization/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/features/wordPartOperations/register';
