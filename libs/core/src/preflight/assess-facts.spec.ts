import { describe, expect, it } from 'vitest';
import { assessFacts, blockingFindings } from './assess-facts.ts';
import { type NodeFacts } from './facts.ts';
import { aContext, cleanFacts } from './facts-builders.ts';
import { remedySentence } from '../sentence/remedy-sentence.ts';
import { sentence } from '../sentence/sentence.ts';
import { tell } from '../sentence/tell.ts';
import { preflightChecks } from './preflight-checks.ts';
import { minorProblem } from './source-checks.ts';
import { osEdges } from '../target/os-edge.ts';

const ids = [
  'os.source.supported', 'os.release.unique', 'os.partial', 'os.minor.min', 'os.path.known', 'os.container', 'arch.supported', 'mem.free', 'run.lock', 'run.tools', 'run.autoupdates', 'run.versionlock',
  'run.rebootpending', 'disk.root', 'disk.boot', 'disk.predicted', 'disk.inodes', 'boot.images', 'kernel.vendor', 'kmod.thirdparty', 'rpmdb.ok', 'pkg.duplicates', 'pkg.thirdparty', 'pkg.requires-release',
  'repo.target', 'repo.gpg', 'access.sudo', 'svc.baseline', 'clock',
] as const;
type Id = (typeof ids)[number];

const prediction = cleanFacts().prediction;
if (prediction === null) throw new Error('the clean facts have a prediction');

// Each check fires on this and on nothing else.
const alone: Record<Exclude<Id, 'os.source.supported' | 'os.path.known' | 'os.minor.min'>, Partial<NodeFacts>> = {
  'os.release.unique': { releaseProviders: ['centos-linux-release', 'epel-release-extra'] },
  'os.partial': { targetIdentityPackages: ['opencloudos-release'] },
  'os.container': { container: 'docker' },
  'arch.supported': { architecture: 's390x' },
  'mem.free': { memoryAvailableKib: 100_000, swapFreeKib: 200_000 },
  'run.lock': { lockHolders: ['dnf (pid 4711)'] },
  'run.tools': { missingTools: ['dnf'] },
  'run.autoupdates': { automaticUpdaters: ['dnf-automatic.timer'] },
  'run.versionlock': { versionLocks: ['bash-0:4.4.20-2.el8'] },
  'run.rebootpending': { kernelNewest: '4.18.0-348.7.1.el8_5.x86_64' },
  'disk.root': { rootFreeKib: 900_000 },
  'disk.boot': { bootFreeKib: 90_000 },
  'disk.predicted': { prediction: { ...prediction, downloadKib: 3_600_000 } },
  'disk.inodes': { inodesUsedPercent: 96 },
  'boot.images': { kernelsWithoutImages: ['4.18.0-305.el8.x86_64'] },
  'kernel.vendor': { kernelRunningVendor: 'ELRepo' },
  'kmod.thirdparty': { thirdPartyKernelModules: ['kmod-acme'] },
  'rpmdb.ok': { rpmDatabaseProblem: 'page 3 is corrupt' },
  'pkg.duplicates': { duplicatePackages: ['glibc'] },
  'pkg.thirdparty': { thirdPartyPackages: ['acme-agent (ACME Inc.)'] },
  'pkg.requires-release': { requiresIdentity: ['acme-agent needs centos-release'] },
  'repo.target': { targetRepositoryProblem: 'status 503' },
  'repo.gpg': { targetKeyProblem: 'not a key' },
  'access.sudo': { becameRoot: false },
  'svc.baseline': { services: { 'httpd.service': 'failed' } },
  clock: { clockOffsetSeconds: -42 },
};

const idsOf = (over: Partial<NodeFacts>): string[] => assessFacts(cleanFacts(over), aContext()).map((finding) => finding.checkId);
const messagesOf = (over: Partial<NodeFacts>): string[] => assessFacts(cleanFacts(over), aContext()).map((finding) => finding.message);

describe('preflight', () => {
  it('has exactly these checks', () => {
    expect(preflightChecks.map((check) => check.id).sort()).toEqual([...ids].sort());
    expect(preflightChecks).toHaveLength(29);
  });

  it('says nothing about a clean node', () => {
    expect(assessFacts(cleanFacts(), aContext())).toEqual([]);
  });

  it.each(Object.entries(alone))('%s fires alone, with its remediation', (id, over) => {
    const findings = assessFacts(cleanFacts(over), aContext());
    expect(findings.map((finding) => finding.checkId)).toEqual([id]);
    expect(findings[0]).toMatchObject({ unreadable: false, severity: preflightChecks.find((check) => check.id === id)?.severity });
    expect(findings[0]?.remediation).toMatch(/\w{3}.*\.$/);
    expect(findings[0]?.sentence === undefined ? null : tell(findings[0].sentence)).toBe(findings[0]?.message);
    expect(remedySentence(findings[0]?.remediation ?? '')).toEqual({ code: `remedy.${id.replaceAll('.', '_')}`, values: {} });
  });

  it.each<[string, Partial<NodeFacts>, Id[]]>([
    ['another system', { osId: 'debian', osVersion: '12', osMinor: '12.5' }, ['os.source.supported', 'os.path.known']],
    ['an older major', { osVersion: '7', osMinor: '7.9' }, ['os.source.supported', 'os.path.known']],
    ['a system that is on the target', { osId: 'opencloudos', osVersion: '8.5', osMinor: '8.5' }, ['os.source.supported', 'os.path.known']],
    ['CentOS Stream, which calls itself centos 8', { releaseProviders: ['centos-stream-release'] }, ['os.source.supported']],
    ['a minor that cannot be told', { osMinor: null }, ['os.minor.min']],
    ['a kernel of another line', { kernelRunning: '5.4.17-uek', kernelNewest: '5.4.17-uek' }, ['kernel.vendor']],
    ['no release package at all', { releaseProviders: [] }, ['os.release.unique']],
    ['a container manager that says none', { container: 'none' }, []],
    ['a solver without solution', { prediction: { ...prediction, problem: 'nothing provides libfoo.so.1' } }, ['disk.predicted']],
    ['a /var of its own that is too small', { mounts: ['/ xfs', '/var xfs'], varFreeKib: 300_000 }, ['disk.predicted']],
    ['a small root but a /var of its own', { mounts: ['/ xfs', '/var xfs'], rootFreeKib: 1_100_000, prediction: { ...prediction, downloadKib: 1_000_000 } }, []],
    ['a system that shrinks', { prediction: { ...prediction, installedKib: -500_000 } }, []],
  ])('judges %s', (_name, over, expected) => {
    expect(idsOf(over)).toEqual(expected);
  });

  it('fires os.minor.min below the oldest minor of every way', () => {
    const edges = osEdges.map((edge) => ({ ...edge, sourceMinorMin: 4 }));
    expect(minorProblem(cleanFacts({ osMinor: '8.3' }), edges)).toEqual(sentence('finding.minorTooOld', { system: 'centos', version: '8.3', oldest: '8.4' }));
    expect(minorProblem(cleanFacts({ osMinor: '8.4' }), edges)).toBeNull();
    expect(minorProblem(cleanFacts({ osMinor: '8.10' }), edges)).toBeNull();
  });

  it('knows no way to a target that the catalogue does not have', () => {
    expect(assessFacts(cleanFacts(), aContext({ osId: 'tencentos', osVersion: '3.1' })).map((finding) => finding.checkId)).toEqual(['os.path.known']);
  });

  it.each<[Id, Partial<NodeFacts>]>([
    ['mem.free', { memoryAvailableKib: null }], ['run.rebootpending', { kernelNewest: null }], ['kernel.vendor', { kernelRunningVendor: null }], ['disk.root', { rootFreeKib: null }],
    ['disk.boot', { bootFreeKib: null }], ['disk.predicted', { prediction: null }], ['disk.predicted', { mounts: ['/ xfs', '/var xfs'], varFreeKib: null }], ['os.minor.min', { osMinor: null }],
    ['disk.inodes', { inodesUsedPercent: null }], ['clock', { clockOffsetSeconds: null }],
  ])('%s does not take silence for good news: %j', (id, over) => {
    const findings = assessFacts(cleanFacts(over), aContext());
    expect(findings).toContainEqual(expect.objectContaining({ checkId: id, unreadable: true, severity: preflightChecks.find((check) => check.id === id)?.severity }));
  });

  it('shows the values that it saw', () => {
    expect(messagesOf({ rootFreeKib: 900_000 })).toEqual(['/ has 879 MiB free and needs 1024 MiB']);
    expect(messagesOf({ clockOffsetSeconds: -42 })).toEqual(['the clock is 42 s behind']);
    expect(messagesOf({ thirdPartyPackages: Array.from({ length: 13 }, (_, index) => `p${index}`) })[0]).toMatch(/p9 and 3 more$/);
  });

  it('asks for the download forward and back, for the growth, and for what staging keeps free', () => {
    expect(messagesOf({ prediction: { ...prediction, downloadKib: 5_000_000, installedKib: 1_000_000 } })).toEqual(['/ has 7813 MiB free and needs 11832 MiB']);
  });

  it('lets tiny machines pass where the configuration says so openly', () => {
    const tiny = cleanFacts({ rootFreeKib: 60_000, bootFreeKib: 20_000, memoryAvailableKib: 64_000, prediction: { ...prediction, downloadKib: 5_000, installedKib: 2_000 } });
    expect(assessFacts(tiny, { ...aContext(), minima: { rootFreeKib: 32_768, bootFreeKib: 8_192, memoryFreeKib: 32_768 } })).toEqual([]);
    expect(assessFacts(tiny, aContext()).map((finding) => finding.checkId)).toEqual(['mem.free', 'disk.root', 'disk.boot']);
  });

  it('blocks for inhibitors and overridables, not for warnings', () => {
    const findings = assessFacts(cleanFacts({ thirdPartyKernelModules: ['kmod-acme'], thirdPartyPackages: ['x (Y)'], lockHolders: ['yum'] }), aContext());
    expect(blockingFindings(findings).map((finding) => finding.checkId)).toEqual(['run.lock', 'kmod.thirdparty']);
  });
});
