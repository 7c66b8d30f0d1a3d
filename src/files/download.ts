import { saveFile } from '../ui/save-file.js';

/** Saves a text as a file, where the browser puts downloads. */
export function downloadText(name: string, text: string): void {
  saveFile(name, text, 'text/plain;charset=utf-8');
}
