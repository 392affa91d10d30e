import { describe, expect, it } from 'vitest';
import { parseNodeImport } from './parse-node-import.ts';

const key = `ssh-ed25519 ${Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519'), Buffer.from([0, 0, 0, 32]), Buffer.alloc(32, 7)]).toString('base64')}`;
const header = 'externalId,hostname,site,address';
const csv = (...lines: readonly string[]): string => [header, ...lines].join('\n');
const problemsOf = async (content: string, format: 'CSV' | 'JSON' = 'CSV') => (await parseNodeImport(format, content)).problems.map(({ row, column, code }) => ({ row, column, code }));

describe('an import of nodes', () => {
  it('reads every column of a CSV with a byte order mark', async () => {
    const content = `\uFEFFexternalId,hostname,site,address,port,credential,hostKeys,machineId,domains,labels,protected,role,probes\r\n`
      + `i-1,Web-1.Example.,sz,10.0.0.1,2222,ops,${key} root@web-1;${key},${'a'.repeat(32)},sz/az1/r1;sz/power-a,app=web;tier=a=b,true,control,"[{""kind"":""tcp"",""port"":80}]"\r\n`;
    await expect(parseNodeImport('CSV', content)).resolves.toEqual({
      rows: [{
        externalId: 'i-1', hostname: 'web-1.example', site: 'sz', address: '10.0.0.1', port: 2222, credential: 'ops', hostKeys: [key, key], machineId: 'a'.repeat(32),
        domains: ['sz/az1/r1', 'sz/power-a'], labels: { app: 'web', tier: 'a=b' }, protected: true, role: 'control', probes: [{ kind: 'tcp', port: 80, timeoutSeconds: 5 }],
      }],
      rowNumbers: [2], recordCount: 1, problems: [], problemCount: 0,
    });
  });

  it('reads the same from JSON, with lists and objects as such', async () => {
    const item = { externalId: 'i-1', hostname: 'web-1', site: 'sz', address: '2001:db8::1', port: 22, domains: ['sz/az1'], labels: { app: 'web' }, protected: false, probes: [{ kind: 'http', port: 80, path: '/up' }] };
    const { rows, problems } = await parseNodeImport('JSON', JSON.stringify([item]));
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({ address: '2001:db8::1', labels: { app: 'web' }, probes: [{ kind: 'http', port: 80, path: '/up', expectStatus: 200, timeoutSeconds: 5 }] });
  });

  it('names the line of a record behind one that spans several lines', async () => {
    await expect(problemsOf(csv('i-1,"a\nb",sz,10.0.0.1', '', 'i-2,-bad,sz,10.0.0.2'))).resolves.toEqual([
      { row: 2, column: 'hostname', code: 'controlCharacter' },
      { row: 5, column: 'hostname', code: 'badHostname' },
    ]);
  });

  it('lists every bad cell of a row, not only the first', async () => {
    await expect(problemsOf(csv(';rm -rf /,web_1,,10.0.0.300'))).resolves.toEqual([
      { row: 2, column: 'externalId', code: 'badExternalId' }, { row: 2, column: 'hostname', code: 'badHostname' },
      { row: 2, column: 'site', code: 'missingValue' }, { row: 2, column: 'address', code: 'badAddress' },
    ]);
  });

  it.each(['web;reboot', '$(id)', '`id`', 'web 1', 'web|1', '-web', 'web-', 'wéb', 'раypal', '=cmd()', 'a'.repeat(64), '..', '.'])('refuses %j as a host name', async (hostname) => {
    await expect(problemsOf(JSON.stringify([{ externalId: 'i-1', hostname, site: 'sz', address: '10.0.0.1' }]), 'JSON')).resolves.toEqual([{ row: 1, column: 'hostname', code: 'badHostname' }]);
  });

  it.each([['I-1', 'other', 'externalId'], ['i-1.', 'other', 'externalId'], ['i-2', 'WEB-1', 'hostname'], ['i-2', 'web-1.', 'hostname']])('finds the twin %s, %s', async (externalId, hostname, column) => {
    await expect(problemsOf(csv('i-1,web-1,sz,10.0.0.1', `${externalId},${hostname},sz,10.0.0.2`))).resolves.toEqual([{ row: 3, column, code: 'duplicate' }]);
  });

  it('lets a host name repeat in another site', async () => {
    await expect(problemsOf(csv('i-1,web-1,sz,10.0.0.1', 'i-2,web-1,sh,10.0.0.1'))).resolves.toEqual([]);
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

  it('refuses NUL characters and says which line has the first', async () => {
    await expect(problemsOf(csv('i-1,web-1,sz,10.0.0.1', 'i-2,we\0b,sz,10.0.0.2'))).resolves.toEqual([{ row: 3, column: null, code: 'nulCharacter' }]);
  });

  it.each([
    ['too few values', csv('i-1,web-1,sz'), { row: 2, column: null, code: 'columnCount' }],
    ['an open quotation mark', csv('i-1,"web-1,sz,10.0.0.1'), { row: 2, column: null, code: 'badCsv' }],
    ['no header', '', { row: 1, column: null, code: 'empty' }],
  ])('refuses %s', async (_name, content, problem) => {
    await expect(problemsOf(content)).resolves.toEqual([problem]);
  });

  it.each([['not JSON', '[{'], ['an object', '{}']])('refuses %s as JSON', async (_name, content) => {
    await expect(problemsOf(content, 'JSON')).resolves.toEqual([{ row: 1, column: null, code: 'badJson' }]);
  });

  it.each(['ssh-ed25519', 'ssh-ed25519 AAAA', `ssh-rsa ${key.split(' ')[1] ?? ''}`, `web-1 ${key}`, 'ssh-ed25519 $(id)'])('refuses %j as a host key', async (line) => {
    await expect(problemsOf(JSON.stringify([{ externalId: 'i-1', hostname: 'web-1', site: 'sz', address: '10.0.0.1', hostKeys: [line] }]), 'JSON')).resolves.toEqual([{ row: 1, column: 'hostKeys', code: 'badHostKey' }]);
  });

  it.each([['port', '0', 'badPort'], ['port', '22x', 'badPort'], ['port', '70000', 'badPort'], ['machineId', 'abc', 'badMachineId'], ['domains', 'sz//r1', 'badDomain'], ['labels', 'app', 'badLabel'], ['protected', 'yes', 'badFlag'],
    ['role', 'a b', 'badName'], ['probes', '{}', 'badProbes'], ['probes', '[{"kind":"tcp"}]', 'badProbes'], ['probes', '[{"kind":"icmp"}]', 'badProbes'], ['probes', '[{"kind":"tcp","port":1,"shell":true}]', 'badProbes']])('refuses %s %j', async (column, value, code) => {
    await expect(problemsOf(JSON.stringify([{ externalId: 'i-1', hostname: 'web-1', site: 'sz', address: '10.0.0.1', [column]: value }]), 'JSON')).resolves.toEqual([{ row: 1, column, code }]);
  });

  it('counts all problems and shows the first thousand', async () => {
    const { problems, problemCount, recordCount } = await parseNodeImport('CSV', csv(...Array.from({ length: 1500 }, (_, index) => `i-${String(index)},-,sz,10.0.0.1`)));
    expect([problems.length, problemCount, recordCount]).toEqual([1000, 1500, 1500]);
  });
});
