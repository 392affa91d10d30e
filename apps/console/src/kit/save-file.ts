/** Hands text to the browser as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  download(address, name);
  // The browser has taken it once this turn is over.
  setTimeout(() => { URL.revokeObjectURL(address); }, 10_000);
}

/** Lets the browser fetch an address of the api into a file: it streams, so nothing has to fit into the page, and the session's cookie goes along. */
export function saveAddress(name: string, path: string, parameters: Readonly<Record<string, string>>): void {
  const search = new URLSearchParams(parameters).toString();
  download(search === '' ? path : `${path}?${search}`, name);
}

function download(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
