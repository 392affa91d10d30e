import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeLayers, type LabImages } from '../image/lab-images.ts';
import { defaultSudoRule, topologyProblems, type TopologyNode, type TopologySite } from '../topology/topology.ts';
import { type Balancer } from './balancer.ts';
import { clientKeyFile, writeConfig, type LabConfig } from './lab-config.ts';
import { LabError } from './lab-error.ts';
import { addressOf } from './lab-network.ts';
import { LabNode } from './lab-node.ts';
import { createDisk, generateKey } from './node-disk.ts';
import { loadRecords, type NodeRecord } from './node-record.ts';

/** How many nodes are created or booted at the same time: more only makes each slower. */
const atOnce = 6;

/** All nodes of the lab by name. */
export class Fleet {
  readonly #nodes = new Map<string, LabNode>();
  readonly #state: string;
  readonly #balancer: Balancer;
  readonly #cgroup: string;
  #config: LabConfig;

  constructor(state: string, config: LabConfig, balancer: Balancer, cgroup: string) {
    this.#state = state;
    this.#config = config;
    this.#balancer = balancer;
    this.#cgroup = cgroup;
    for (const record of loadRecords(state)) this.#add(record);
  }

  get config(): LabConfig {
    return this.#config;
  }

  all(): readonly LabNode[] {
    return [...this.#nodes.values()].sort((one, other) => one.record.index - other.record.index);
  }

  get(name: string): LabNode {
    const node = this.#nodes.get(name);
    if (node === undefined) throw new LabError(404, `there is no node "${name}" in this lab`);
    return node;
  }

  atAddress(address: string): LabNode | null {
    return this.all().find((node) => node.record.address === address) ?? null;
  }

  /** Creates what is missing and switches it on; nodes that exist are left as they are. */
  async create(nodes: readonly TopologyNode[], newSites: readonly TopologySite[] = []): Promise<readonly string[]> {
    const missing = nodes.filter((node) => !this.#nodes.has(node.name));
    const sites = [...this.#config.sites, ...newSites.filter((site) => !this.#config.sites.some((other) => other.name === site.name))];
    const known = [...this.#config.nodes.filter((node) => !missing.some((other) => other.name === node.name)), ...missing];
    const problems = topologyProblems({ sites, nodes: known });
    if (problems.length > 0) throw new LabError(400, problems.join('; '));
    this.#setConfig({ ...this.#config, sites, nodes: known });
    if (!existsSync(clientKeyFile(this.#state))) await generateKey(clientKeyFile(this.#state), 'skein-lab');
    // All addresses before any node is made: those behind a bastion must know the bastion's, and none may be given twice.
    const used = new Set(this.all().map((node) => node.record.index));
    const addresses = new Map(this.all().map((node) => [node.record.name, node.record.address]));
    const indexes = missing.map((node) => {
      let index = 1;
      while (used.has(index)) index += 1;
      used.add(index);
      addresses.set(node.name, addressOf(index));
      return index;
    });
    await eachAtOnce(missing.map((node, position) => ({ node, index: indexes[position] ?? 0 })), async ({ node, index }) => {
      this.#add(await this.#createRecord(node, index, addresses));
    });
    await this.powerOnAll(missing.map((node) => this.get(node.name)));
    return missing.map((node) => node.name);
  }

  async #createRecord(node: TopologyNode, index: number, addresses: ReadonlyMap<string, string>): Promise<NodeRecord> {
    const site = this.#config.sites.find((one) => one.name === node.site);
    const bastion = site?.bastion ?? null;
    const behind = bastion !== null && node.name !== bastion;
    const draft = {
      name: node.name, index, address: addressOf(index), site: node.site, role: node.role, domains: node.domains,
      user: node.role === 'bastion' ? 'root' as const : site?.user ?? 'root', acceptFrom: behind ? [addresses.get(bastion) ?? ''] : null, diskMb: node.diskMb ?? null,
      layers: await nodeLayers(this.#images(), node.packages ?? []),
      wantedPower: 'on' as const, deadBecause: null, boots: 0, faults: {}, doneKeys: [], restoring: null,
    };
    const publicKey = readFileSync(`${clientKeyFile(this.#state)}.pub`, 'utf8').trim();
    const identity = await createDisk(this.#state, draft, publicKey, this.#config.sudoRule.length > 0 ? this.#config.sudoRule : defaultSudoRule);
    const record: NodeRecord = { ...draft, ...identity };
    new LabNode(this.#state, record, this.#cgroup).save();
    return record;
  }

  #images(): LabImages {
    const { cache, baseId, universeFolder, universeId } = this.#config;
    return { cache, base: { id: baseId, folder: join(cache, `base-${baseId}`) }, universe: { id: universeId, folder: universeFolder } };
  }

  #add(record: NodeRecord): void {
    this.#nodes.set(record.name, new LabNode(this.#state, record, this.#cgroup));
    if (record.role === 'member') this.#balancer.add(record.name, record.address);

  }

  async remove(name: string): Promise<void> {
    const node = this.get(name);
    await node.exclusive(() => node.remove());
    this.#balancer.remove(name);
    this.#nodes.delete(name);
    this.#setConfig({ ...this.#config, nodes: this.#config.nodes.filter((one) => one.name !== name) });

  }

  #setConfig(config: LabConfig): void {
    this.#config = config;
    writeConfig(this.#state, config);
  }

  /** After the lab's own death: every node that was on comes back; a restore that was cut is finished; a panicked one stays so. */
  async resume(): Promise<void> {
    await eachAtOnce(this.all().filter((node) => node.record.restoring !== null), (node) => node.exclusive(() => node.finishRestore()));
    await this.powerOnAll(this.all().filter((node) => node.record.wantedPower === 'on' && node.record.deadBecause === null));
  }

  async powerOnAll(nodes: readonly LabNode[]): Promise<void> {
    await eachAtOnce(nodes, (node) => node.exclusive(() => node.powerOn()));
  }
}

async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
