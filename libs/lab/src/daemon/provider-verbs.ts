import { createHash } from 'node:crypto';
import { type Balancer } from './balancer.ts';
import { type Fleet } from './fleet.ts';
import { LabError } from './lab-error.ts';
import { type LabNode } from './lab-node.ts';
import { dropSnapshot, hasSnapshot } from './node-disk.ts';

export interface ProviderRequest {
  readonly verb?: unknown;
  readonly externalId?: unknown;
  readonly key?: unknown;
  readonly snapshotId?: unknown;
  readonly wanted?: unknown;
}

type Json = Readonly<Record<string, unknown>>;

/** The verbs of `lab-provider`. Each is carried out once per key, whatever was lost on the way. */
export async function provide(state: string, fleet: Fleet, request: ProviderRequest): Promise<Json> {
  const verb = text(request.verb, 'verb');
  const node = fleet.get(text(request.externalId, 'externalId'));
  switch (verb) {
    case 'power': return { power: node.record.wantedPower };
    case 'console': return { console: node.console.read() };
    case 'setPower': return setPower(node, text(request.wanted, 'wanted'), text(request.key, 'key'));
    case 'snapshot': return takeSnapshot(state, node, text(request.key, 'key'));
    case 'restore': return restore(state, node, text(request.snapshotId, 'snapshotId'), text(request.key, 'key'));
    case 'deleteSnapshot': {
      const id = text(request.snapshotId, 'snapshotId');
      return node.exclusive(() => { if (hasSnapshot(state, node.record, id)) dropSnapshot(state, node.record, id); return Promise.resolve({}); });
    }
    default: throw new LabError(400, `there is no verb "${verb}" (power, console, setPower, snapshot, restore, deleteSnapshot)`);
  }
}

export function setPower(node: LabNode, wanted: string, key: string | null): Promise<Json> {
  if (!['on', 'off', 'cycle'].includes(wanted)) throw new LabError(400, `wanted must be on, off or cycle, not "${wanted}"`);
  return node.exclusive(async () => {
    const done = key === null ? null : `setPower:${key}`;
    if (done !== null && node.record.doneKeys.includes(done)) return {};
    if (done !== null) node.remember(done);
    if (wanted === 'on') await node.powerOn();
    else if (wanted === 'off') await node.powerOff();
    else await node.powerCycle();
    return {};
  });
}

/** The id follows from the key, so that asking again finds the same snapshot. */
export function takeSnapshot(state: string, node: LabNode, key: string): Promise<{ readonly snapshotId: string }> {
  const snapshotId = `snap-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
  return node.exclusive(async () => {
    if (!hasSnapshot(state, node.record, snapshotId)) await node.snapshot(snapshotId);
    return { snapshotId };
  });
}

export function restore(state: string, node: LabNode, snapshotId: string, key: string | null, powerOn = true): Promise<Json> {
  return node.exclusive(async () => {
    const done = key === null ? null : `restore:${key}`;
    if (done !== null && node.record.doneKeys.includes(done)) return {};
    if (!hasSnapshot(state, node.record, snapshotId)) throw new LabError(404, `${node.record.name} has no snapshot ${snapshotId}`);
    await node.restore(snapshotId, done, powerOn);
    return {};
  });
}

/** The hooks of `lab-hook`: only drain and undrain mean something to the toy load balancer. */
export async function runHook(balancer: Balancer, request: { readonly hook?: unknown; readonly node?: { readonly externalId?: unknown } }): Promise<Json> {
  const hook = text(request.hook, 'hook');
  const name = text(request.node?.externalId, 'node.externalId');
  if ((hook !== 'drain' && hook !== 'undrain') || !balancer.has(name)) return { detail: `${hook}: nothing to do for ${name}` };
  await balancer.setState(name, hook === 'drain' ? 'out' : 'in');
  return { detail: hook === 'drain' ? `${name} is out of rotation and has no open request` : `${name} answers and is in rotation` };
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw new LabError(400, `"${name}" is missing`);
  return value;
}
