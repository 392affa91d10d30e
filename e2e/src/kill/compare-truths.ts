import { Connection, Client } from '@temporalio/client';
import pg from 'pg';
import { type GraphqlClient } from '@skein/local';
import { type LabClient } from '@skein/lab';

export interface Comparison {
  readonly lost: number;
  readonly doubled: number;
  readonly differences: number;
  readonly problems: readonly string[];
}

interface RunRow {
  readonly run_id: string;
  readonly hostname: string;
  readonly state_kind: string;
  readonly attempt: number;
  readonly incarnation: number;
  readonly seq: number;
  readonly installed: number | null;
  readonly before: string | null;
  readonly leases: number;
}

const endStates = ['SUCCEEDED', 'RESTORED', 'FAILED_CLEAN', 'QUARANTINED', 'DEFERRED', 'BLOCKED', 'CANCELLED'];

/**
 * Asks everybody who knows something, and believes nobody: PostgreSQL's rows, the nodes' own state directories and disks (through the lab,
 * not over ssh), the lab's count of transactions that no restore takes back, and Temporal's list of open workflows.
 */
export async function compareTruths(_client: GraphqlClient, lab: LabClient, stack: { readonly databaseUrl: string; readonly temporalAddress: string; readonly temporalNamespace: string }): Promise<Comparison> {
  const problems: string[] = [];
  let lost = 0;
  let doubled = 0;
  let differences = 0;
  const differs = (line: string): void => { differences += 1; problems.push(line); };
  const runs = await readRuns(stack.databaseUrl);
  for (const run of runs) {
    const node = await lab.node(run.hostname);
    if (!endStates.includes(run.state_kind)) {
      lost += 1;
      problems.push(`${run.hostname} is left in ${run.state_kind}`);
    }
    if (run.leases > 0) differs(`${run.hostname} is ${run.state_kind} and still holds a lease`);
    // Counted by the lab outside of the node's disk, whatever command began them.
    const begun = node.transactions.dnf;
    const allowed = run.state_kind === 'SUCCEEDED' ? [1] : run.state_kind === 'RESTORED' ? [1, 2] : [0];
    if (!allowed.includes(begun)) {
      doubled += 1;
      problems.push(`${run.hostname} is ${run.state_kind} and began ${begun} package transactions: ${node.transactions.lines.map((line) => line.slice(0, 80)).join(' | ')}`);
    }
    const wantedOs = run.state_kind === 'SUCCEEDED' ? 'opencloudos 8.5' : 'centos 8';
    const wantedKernel = run.state_kind === 'SUCCEEDED' ? '5.4.' : '4.18.';
    if (node.os !== wantedOs || node.kernel?.startsWith(wantedKernel) !== true) differs(`${run.hostname} is ${run.state_kind} and runs ${node.os} on ${node.kernel}`);
    const incarnation = Number(await lab.readFile(run.hostname, '/var/lib/skein/incarnation') ?? '0');
    const seq = Number(await lab.readFile(run.hostname, '/var/lib/skein/seq') ?? '0');
    if (incarnation !== run.incarnation || seq !== run.seq) differs(`${run.hostname} says (${incarnation}, ${seq}), PostgreSQL acknowledged (${run.incarnation}, ${run.seq})`);
    if (run.state_kind === 'SUCCEEDED') {
      const count = Number((await lab.exec(run.hostname, ['sh', '-c', 'rpm -qa | grep -vc ^gpg-pubkey'])).stdout.trim());
      if (count !== run.installed) differs(`${run.hostname} has ${count} packages, ${run.installed} were recorded`);
    }
  }
  const open = await openWorkflows(stack);
  for (const workflowId of open) differs(`workflow ${workflowId} is open, and nothing is left to drive`);
  return { lost, doubled, differences, problems };
}

async function readRuns(databaseUrl: string): Promise<readonly RunRow[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<RunRow>(`
      SELECT node_run.run_id, node.hostname, node_run.state_kind, node_run.attempt, node.incarnation,
             coalesce((SELECT max(node_job.seq) FROM node_job WHERE node_job.node_id = node.node_id AND node_job.incarnation = node.incarnation),
               -- A restored node has had no job since: what it said when it was adopted is what was acknowledged.
               (SELECT (run_outcome.evidence ->> 'seq')::int FROM run_outcome WHERE run_outcome.run_id = node_run.run_id AND run_outcome.is_current AND run_outcome.attempt = node_run.attempt), 0) AS seq,
             (run_facts.verification ->> 'installedPackages')::int AS installed, run_facts.facts ->> 'fingerprint' AS before,
             (SELECT count(*)::int FROM lease WHERE lease.node_id = node.node_id AND lease.released_at IS NULL) AS leases
        FROM node_run JOIN node ON node.node_id = node_run.node_id
        LEFT JOIN run_facts ON run_facts.run_id = node_run.run_id AND run_facts.attempt = node_run.attempt
       ORDER BY node.hostname`);
    return rows;
  } finally {
    await client.end();
  }
}

/** After the campaign has ended nobody drives anything; the visibility store may lag by a moment. */
async function openWorkflows(stack: { readonly temporalAddress: string; readonly temporalNamespace: string }): Promise<readonly string[]> {
  const connection = await Connection.connect({ address: stack.temporalAddress });
  try {
    const client = new Client({ connection, namespace: stack.temporalNamespace });
    let open: string[] = [];
    for (let look = 0; look < 20; look += 1) {
      open = [];
      for await (const workflow of client.workflow.list({ query: 'ExecutionStatus = "Running"' })) open.push(workflow.workflowId);
      if (open.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return open;
  } finally {
    await connection.close();
  }
}
