import { type ImportProblem, type NodeImportRow } from '@skein/persistence';
import { describe, expect, it } from 'vitest';
import { type ImportFormat } from '../generated/schema-types.ts';
import { parseNodeImport } from './parse-node-import.ts';

const key = `ssh-ed25519 ${Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519'), Buffer.from([0, 0, 0, 32]), Buffer.alloc(32, 7)]).toString('base64')}`;
const header = 'externalId,hostname,site,address';
const csv = (...lines: readonly string[]): string => [header, ...lines].join('\n');

async function read(format: ImportFormat, content: string | Uint8Array): Promise<{ rows: NodeImportRow[]; problems: ImportProblem[]; recordCount: number }> {
  const parsed = parseNodeImport(format, [typeof content === 'string' ? Buffer.from(content) : content]);
  const rows: NodeImportRow[] = [];
  const problems: ImportProblem[] = [];
  for await (const entry of parsed.entries) {
    if ('code' in entry) problems.push(entry);
    else rows.push(entry);
  }
  return { rows, problems, recordCount: parsed.recordCount() };
}

const problemsOf = async (content: string | Uint8Array, format: ImportFormat = 'CSV') => (await read(format, content)).problems.map(({ row, column, code }) => ({ row, column, code }));

describe('an import of nodes', () => {
  it('reads every column of a CSV with a byte order mark', async () => {
    const content = `\uFEFFexternalId,hostname,site,address,port,credential,hostKeys,machineId,domains,labels,protected,role,probes\r\n`
      + `i-1,Web-1.Example.,sz,10.0.0.1,2222,ops,${key} root@web-1;${key},${'a'.repeat(32)},sz/az1/r1;sz/power-a,app=web;tier=a=b,true,control,"[{""kind"":""tcp"",""port"":80}]"\r\n`;
    await expect(read('CSV', content)).resolves.toEqual({
      rows: [{
        row: 2,
        externalId: 'i-1', hostname: 'web-1.example', site: 'sz', address: '10.0.0.1', port: 2222, credential: 'ops', hostKeys: [key, key], machineId: 'a'.repeat(32),
        domains: ['sz/az1/r1', 'sz/power-a'], labels: { app: 'web', tier: 'a=b' }, protected: true, role: 'control', probes: [{ kind: 'tcp', port: 80, timeoutSeconds: 5 }],
      }],
      recordCount: 1, problems: [],
    });
  });

  it('reads the same from JSON, with lists and objects as such', async () => {
    const item = { externalId: 'i-1', hostname: 'web-1', site: 'sz', address: '2001:db8::1', port: 22, domains: ['sz/az1'], labels: { app: 'web' }, protected: false, probes: [{ kind: 'http', port: 80, path: '/up' }] };
    const { rows, problems } = await read('JSON', JSON.stringify([item]));
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({ address: '2001:db8::1', labels: { app: 'web' }, probes: [{ kind: 'http', port: 80, path: '/up', expectStatus: 200, timeoutSeconds: 5 }] });
  });

  it('names the line of a record behind one that spans several lines', async () => {
    await expect(problemsOf(csv('i-1,"a\nb",sz,10.0.0.1', '', 'i-2,-bad,sz,10.0.0.2'))).resolves.toEqual([
      { row: 2, column: 'hostname', code: 'controlCharacter' },
      { row: 5, column: 'hostname', code: 'formulaCell' },
    ]);
  });

  it('lists every bad cell of a row, not only the first', async () => {
    await expect(problemsOf(csv(';rm -rf /,web_1,,10.0.0.300'))).resolves.toEqual([
      { row: 2, column: 'externalId', code: 'badExternalId' }, { row: 2, column: 'hostname', code: 'badHostname' },
      { row: 2, column: 'site', code: 'missingValue' }, { row: 2, column: 'address', code: 'badAddress' },
    ]);
  });

  it.each([
    ['web;reboot', 'badHostname'], ['$(id)', 'badHostname'], ['`id`', 'badHostname'], ['web 1', 'badHostname'], ['web|1', 'badHostname'], ['web&1', 'badHostname'], ["web'1", 'badHostname'], ['web-', 'badHostname'],
    ['a'.repeat(64), 'badHostname'], ['..', 'badHostname'], ['.', 'badHostname'], ['web_1', 'badHostname'], ['-web', 'formulaCell'], ['=cmd()', 'formulaCell'], ['+web', 'formulaCell'], ['@web', 'formulaCell'],
    ['\tweb', 'formulaCell'], ['\rweb', 'formulaCell'], ['wéb', 'notAscii'], ['раypal', 'lookAlike'], ['ｗeb', 'lookAlike'], ['web–1', 'lookAlike'], ['web。example', 'lookAlike'], ['we\u200bb', 'controlCharacter'],
    [`web.${'a'.repeat(1100)}`, 'tooLong'],
  ])('refuses %j as a host name: %s', async (hostname, code) => {
    await expect(problemsOf(JSON.stringify([{ externalId: 'i-1', hostname, site: 'sz', address: '10.0.0.1' }]), 'JSON')).resolves.toEqual([{ row: 1, column: 'hostname', code }]);
  });

  it('says which character only looks right, where it is and what it passes for', async () => {
    const { problems } = await read('CSV', csv('i-1,wеb-1,sz,10.0.0.1'));
    expect(problems).toEqual([{ row: 2, column: 'hostname', code: 'lookAlike', message: '"wеb-1" has "е" (U+0435) at character 2, which only looks like "e"; type it anew' }]);
  });

  it('takes a number with a sign for what it is', async () => {
    await expect(problemsOf('externalId,hostname,site,address,port\ni-1,web-1,sz,10.0.0.1,-5')).resolves.toEqual([{ row: 2, column: 'port', code: 'badPort' }]);
  });

  it.each([[';', 'semicolons'], ['\t', 'tabs']])('says once that columns stand apart by something else: %j', async (sign) => {
    await expect(problemsOf(`${header}\ni-1,web-1,sz,10.0.0.1`.replaceAll(',', sign))).resolves.toEqual([{ row: 1, column: null, code: 'badSeparator' }]);
  });

  it.each(['__proto__', 'constructor', 'hostName', ''])('refuses the column %j', async (column) => {
    await expect(problemsOf(`${header},${column}\ni-1,web-1,sz,10.0.0.1,x`)).resolves.toEqual([{ row: 1, column, code: 'unknownColumn' }]);
  });

  it('refuses __proto__ as a key in JSON and as a label', async () => {
    await expect(problemsOf('[{"externalId":"i-1","hostname":"web-1","site":"sz","address":"10.0.0.1","__proto__":{"protected":true}}]', 'JSON')).resolves.toEqual([{ row: 1, column: '__proto__', code: 'unknownColumn' }]);
    await expect(problemsOf(`${header},labels\ni-1,web-1,sz,10.0.0.1,__proto__=x`)).resolves.toEqual([{ row: 2, column: 'labels', code: 'badLabel' }]);
  });

  it('refuses a missing and a repeated column', async () => {
    await expect(problemsOf('externalId,hostname,site,site\n')).resolves.toEqual([{ row: 1, column: 'site', code: 'duplicateColumn' }, { row: 1, column: 'address', code: 'missingColumn' }]);
  });

  it.each([
    ['with a byte order mark', Buffer.from(`\uFEFF${csv('i-1,web-1,sz,10.0.0.1')}`, 'utf16le')], ['without one', Buffer.from(csv('i-1,web-1,sz,10.0.0.1'), 'utf16le')],
    ['in the other byte order', Buffer.from(`\uFEFF${csv('i-1,web-1,sz,10.0.0.1')}`, 'utf16le').swap16()], ['in the other byte order without one', Buffer.from(csv('i-1,web-1,sz,10.0.0.1'), 'utf16le').swap16()],
  ])('recognises UTF-16 %s', async (_name, content) => {
    const { problems } = await read('CSV', content);
    expect(problems).toEqual([{ row: 1, column: null, code: 'utf16', message: 'the text is UTF-16; save the file as UTF-8' }]);
  });

  it('says which line is not UTF-8', async () => {
    await expect(problemsOf(Buffer.concat([Buffer.from(csv('i-1,web-1,sz,10.0.0.1', 'i-2,w')), Buffer.from([0xe9]), Buffer.from('b,sz,10.0.0.2')]))).resolves.toEqual([{ row: 3, column: null, code: 'badUtf8' }]);
  });

  it('refuses NUL characters and says which line has the first', async () => {
    await expect(problemsOf(csv('i-1,web-1,sz,10.0.0.1', 'i-2,we\0b,sz,10.0.0.2'))).resolves.toEqual([{ row: 3, column: null, code: 'nulCharacter' }]);
  });

  it.each([
    ['too few values', csv('i-1,web-1,sz'), { row: 2, column: null, code: 'columnCount' }],
    ['too many values', csv('i-1,web-1,sz,10.0.0.1,x'), { row: 2, column: null, code: 'columnCount' }],
    ['an open quotation mark', csv('i-1,web-1,sz,10.0.0.1', 'i-1,"web-1,sz,10.0.0.1', 'i-3,web-3,sz,10.0.0.3'), { row: 3, column: null, code: 'badCsv' }],
    ['a quotation mark in the middle', csv('i-1,we"b-1,sz,10.0.0.1'), { row: 2, column: null, code: 'badCsv' }],
    ['an endless row', csv(`i-1,${'a'.repeat(70_000)},sz,10.0.0.1`), { row: 2, column: null, code: 'rowTooLong' }],
    ['no header', '', { row: 1, column: null, code: 'empty' }],
  ])('refuses %s', async (_name, content, problem) => {
    await expect(problemsOf(content)).resolves.toEqual([problem]);
  });

  it.each([['not JSON', '[{'], ['an object', '{}'], ['nothing', ''], ['a comma too much', '[{},]'.replace('{}', '1')], ['two arrays', '[] []']])('refuses %s as JSON', async (_name, content) => {
    await expect(problemsOf(content, 'JSON')).resolves.toContainEqual({ row: expect.any(Number) as number, column: null, code: 'badJson' });
  });

  it('reads the same from YAML, and ids of digits as texts', async () => {
    const { rows, problems } = await read('YAML', `# fleet\n---\n- externalId: 0123\n  hostname: web-1\n  site: sz\n  address: 10.0.0.1\n  port: 2222\n  domains: [sz/az1]\n  labels:\n    app: web\n    tier: 1\n  protected: true\n  credential: ~\n  probes:\n  - kind: tcp\n    port: 80\n\n-\n  externalId: "i-2"\n  hostname: web-2\n  site: sz\n  address: 10.0.0.2\n...\n`);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      { row: 1, externalId: '0123', port: 2222, domains: ['sz/az1'], labels: { app: 'web', tier: '1' }, protected: true, credential: null, probes: [{ kind: 'tcp', port: 80, timeoutSeconds: 5 }] }, { row: 2, externalId: 'i-2', port: 22 },
    ]);
  });

  it.each([
    ['an anchor', '- externalId: &a i-1'], ['an alias', '- externalId: i-1\n  hostname: *a'], ['a tag', '- externalId: !!str i-1'], ['a tag of its own', '- externalId: !shell id'], ['a key twice', '- externalId: a\n  externalId: b'],
    ['a mapping', 'nodes:\n  - externalId: a'], ['a second document', '- externalId: a\n---\n- externalId: b'], ['a directive', '%TAG ! tag:x:\n---\n- a'], ['an open quotation mark', '- externalId: "a'], ['a line that belongs nowhere', '- externalId: a\nhostname: b'],
  ])('refuses %s in YAML', async (_name, content) => {
    await expect(problemsOf(content, 'YAML')).resolves.toEqual([{ row: expect.any(Number) as number, column: null, code: 'badYaml' }]);
  });

  it('does not take a merge key or __proto__ in YAML for more than a key', async () => {
    await expect(problemsOf('- <<: { protected: true }\n- __proto__: { protected: true }', 'YAML')).resolves.toEqual([{ row: 1, column: '<<', code: 'unknownColumn' }, { row: 2, column: '__proto__', code: 'unknownColumn' }]);
  });

  it.each(['ssh-ed25519', 'ssh-ed25519 AAAA', `ssh-rsa ${key.split(' ')[1] ?? ''}`, `web-1 ${key}`, 'ssh-ed25519 $(id)'])('refuses %j as a host key', async (line) => {
    await expect(problemsOf(JSON.stringify([{ externalId: 'i-1', hostname: 'web-1', site: 'sz', address: '10.0.0.1', hostKeys: [line] }]), 'JSON')).resolves.toEqual([{ row: 1, column: 'hostKeys', code: 'badHostKey' }]);
  });

  it.each([['port', '0', 'badPort'], ['port', '22x', 'badPort'], ['port', '70000', 'badPort'], ['machineId', 'abc', 'badMachineId'], ['domains', 'sz//r1', 'badDomain'], ['labels', 'app', 'badLabel'], ['protected', 'yes', 'badFlag'],
    ['role', 'a b', 'badName'], ['probes', '{}', 'badProbes'], ['probes', '[{"kind":"tcp"}]', 'badProbes'], ['probes', '[{"kind":"icmp"}]', 'badProbes'], ['probes', '[{"kind":"tcp","port":1,"shell":true}]', 'badProbes']])('refuses %s %j', async (column, value, code) => {
    await expect(problemsOf(JSON.stringify([{ externalId: 'i-1', hostname: 'web-1', site: 'sz', address: '10.0.0.1', [column]: value }]), 'JSON')).resolves.toEqual([{ row: 1, column, code }]);
  });

  it('reads over the state that an export has besides', async () => {
    await expect(problemsOf(`${header},state\ni-1,web-1,sz,10.0.0.1,HEALTHY`)).resolves.toEqual([]);
  });

  it('stops at the hundred thousandth row', async () => {
    const { rows, problems } = await read('CSV', csv(...Array.from({ length: 100_002 }, (_, index) => `i-${String(index)},w${String(index)},sz,10.0.0.1`)));
    expect([rows.length, problems.map(({ row, code }) => [row, code])]).toEqual([100_000, [[100_002, 'tooManyRows']]]);
  }, 60_000);
});
