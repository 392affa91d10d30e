export type ImportFormatName = 'csv' | 'json' | 'yaml';

interface Row {
  readonly externalId: string;
  readonly hostname: string;
  readonly site: string;
  readonly address: string;
  readonly port: number;
  readonly hostKeys: readonly string[];
  readonly domains: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly protected: boolean;
}

const rowsPerChunk = 500;

/** A node as inventories know it: a key, a place, labels. Each has values of its own, so that nothing is read cheaper than it is in life. */
function rowOf(index: number, site: string): Row {
  const rack = Math.floor(index / 40);
  return {
    externalId: `i-${String(index).padStart(7, '0')}`, hostname: `app-${String(index)}.${site}.example`, site, address: `10.${String((index >> 16) & 255)}.${String((index >> 8) & 255)}.${String(index & 255)}`, port: 22,
    hostKeys: [`ssh-ed25519 ${hostKeyOf(index)}`], domains: [`region-1/az-${String(rack % 3)}/rack-${String(rack)}`], labels: { app: `app-${String(index % 50)}`, tier: String(index % 3), owner: `team-${String(index % 17)}` }, protected: index % 200 === 0,
  };
}

function hostKeyOf(index: number): string {
  const type = Buffer.from('ssh-ed25519');
  const key = Buffer.alloc(32);
  key.writeUInt32BE(index);
  const length = (bytes: Buffer): Buffer => {
    const prefix = Buffer.alloc(4);
    prefix.writeUInt32BE(bytes.length);
    return Buffer.concat([prefix, bytes]);
  };
  return Buffer.concat([length(type), length(key)]).toString('base64');
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const pairs = (labels: Row['labels']): string => Object.entries(labels).map(([key, value]) => `${key}=${value}`).join(';');

const writers: Readonly<Record<ImportFormatName, { readonly begin: string; readonly row: (row: Row, index: number) => string; readonly end: string }>> = {
  csv: {
    begin: 'externalId,hostname,site,address,port,hostKeys,domains,labels,protected\n', end: '',
    row: (row) => `${row.externalId},${row.hostname},${row.site},${row.address},${String(row.port)},${quoted(row.hostKeys.join(';'))},${quoted(row.domains.join(';'))},${quoted(pairs(row.labels))},${String(row.protected)}\n`,
  },
  json: { begin: '[\n', row: (row, index) => `${index === 0 ? '' : ',\n'}${JSON.stringify(row)}`, end: '\n]\n' },
  yaml: {
    begin: '', end: '',
    row: ({ hostKeys, domains, labels, ...row }) => `- ${Object.entries(row).map(([key, value]) => `${key}: ${String(value)}`).join('\n  ')}\n  hostKeys:\n${hostKeys.map((key) => `    - ${key}\n`).join('')}  domains:\n${domains.map((domain) => `    - ${domain}\n`).join('')}  labels:\n${Object.entries(labels).map(([key, value]) => `    ${key}: ${value === String(Number(value)) ? `"${value}"` : value}\n`).join('')}`,
  },
};

/** A file of so many nodes, in pieces: whoever sends it holds no more of it than the api does. */
export function* importContent(format: ImportFormatName, rows: number, site: string): Generator<Uint8Array> {
  const { begin, row, end } = writers[format];
  let text = begin;
  for (let index = 0; index < rows; index += 1) {
    text += row(rowOf(index, site), index);
    if ((index + 1) % rowsPerChunk === 0) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text + end);
}
