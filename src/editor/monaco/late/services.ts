/** Services that Monaco registers with its core and build/slim-monaco.ts takes out of there: they belong to the late features. */
import { StandaloneQuickInputService } from 'monaco-editor/editor/standalone/browser/quickInput/standaloneQuickInputService';
import { registerSingleton } from 'monaco-editor/platform/instantiation/common/extensions';
import { IListService, ListService } from 'monaco-editor/platform/list/browser/listService';
import { IQuickInputService } from 'monaco-editor/platform/quickinput/common/quickInput';

registerSingleton(IListService, ListService, 0);
registerSingleton(IQuickInputService, StandaloneQuickInputService, 0);
