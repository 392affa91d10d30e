/** Hands text to the browser as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it once this turn is over.
  setTimeout(() => { URL.revokeObjectURL(address); }, 10_000);
}
