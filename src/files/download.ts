/** Saves a text as a file, where the browser puts downloads. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has read the address by the time the next task runs.
  setTimeout(() => URL.revokeObjectURL(url));
}
