import { Client } from 'pg';

export interface LargeFleetShape {
  readonly nodes: number;
  readonly sites: number;
  readonly perRack: number;
}

export const largeFleetShape: LargeFleetShape = { nodes: 100_000, sites: 8, perRack: 40 };

export interface LargeFleet {
  readonly campaignIds: readonly string[];
  readonly seconds: number;
}

/**
 * A fleet as it is after months of work, in a migrated database that holds no nodes yet: sites with racks, a mix of systems, a campaign for
 * each site but two in every state that a campaign can be in for long, with runs in every state. The same shape gives the same fleet, and
 * a hundred thousand nodes take some seconds, because each table is filled by one statement.
 */
export async function seedLargeFleet(connectionString: string, shape: LargeFleetShape = largeFleetShape): Promise<LargeFleet> {
  const begun = performance.now();
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    // Chance that is the same each time: a number from 0 to 999 for a node and a purpose.
    await client.query(`CREATE FUNCTION pg_temp.dice(id text, purpose text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT abs(hashtext(id || purpose) % 1000) $$`);
    for (const statement of inventory(shape)) await client.query(statement);
    for (const statement of campaigns(shape)) await client.query(statement);
    await client.query('COMMIT');
    // What autovacuum would do within a minute: plans are chosen by what is known of the rows.
    await client.query('VACUUM ANALYZE');
    const { rows } = await client.query<{ campaign_id: string }>(`SELECT campaign_id FROM campaign WHERE campaign_id LIKE 'large-%' ORDER BY campaign_id`);
    return { campaignIds: rows.map((row) => row.campaign_id), seconds: (performance.now() - begun) / 1000 };
  } finally {
    await client.end();
  }
}

const inventory = ({ nodes, sites, perRack }: LargeFleetShape): readonly string[] => [
  `INSERT INTO person (person_id, name, role) VALUES ('large-author', 'grace', 'operator'), ('large-approver', 'heidi', 'approver') ON CONFLICT DO NOTHING`,
  `INSERT INTO site (site_id, name, route, provider, attended_until) SELECT 'large-site-' || s, format('dc-%s', lpad(s::text, 2, '0')), '{"kind": "simulated", "socket": "/nowhere"}', 'lab',
    CASE WHEN s % 4 = 0 THEN now() - interval '1 h' ELSE now() END FROM generate_series(1, ${String(sites)}) s`,
  `INSERT INTO target_profile (target_profile_id, name, digest, document) VALUES ('large-target', 'OpenCloudOS 8', repeat('0', 64),
    '{"id": "large-target", "name": "OpenCloudOS 8", "osId": "opencloudos", "osVersion": "8.8", "repositoryUrl": "http://mirror/oc8", "repositoryKey": "key", "kernelPrefix": "5.4."}')`,
  // A node's place: its site by blocks, so that neighbours in a rack have neighbouring numbers.
  `CREATE TEMPORARY TABLE place ON COMMIT DROP AS SELECT 'large-' || lpad(i::text, 7, '0') AS node_id, i, 1 + (i * ${String(sites)}::bigint / ${String(nodes)})::int AS site,
    (i - ceil((i * ${String(sites)}::bigint / ${String(nodes)}) * ${String(nodes)}::numeric / ${String(sites)})::int) / ${String(perRack)} AS rack FROM generate_series(0, ${String(nodes - 1)}) i`,
  `INSERT INTO node (node_id, source, external_id, hostname, site_id, address, port, host_keys, machine_id, labels, failure_domains, protected, held, held_reason, retired, missing, os_id, os_version, os_minor, kernel, facts_at)
    SELECT node_id, 'large', 'i-' || i, format('%s-%s.dc-%s.example', (ARRAY['web', 'app', 'db', 'cache', 'batch'])[1 + dice / 200], lpad(i::text, 6, '0'), lpad(site::text, 2, '0')), 'large-site-' || site,
      format('10.%s.%s.%s', site, (i / 250) % 250, i % 250), 22, ARRAY['ssh-ed25519 ' || encode(sha256(node_id::bytea), 'base64')], md5(node_id),
      jsonb_build_object('app', (ARRAY['web', 'app', 'db', 'cache', 'batch'])[1 + dice / 200], 'tier', 1 + dice % 3, 'canary', (dice < 10)::text),
      ARRAY[format('region-%s/az-%s/rack-%s', 1 + (site - 1) / 3, site, lpad(rack::text, 4, '0'))], pg_temp.dice(node_id, 'protected') < 5, pg_temp.dice(node_id, 'held') < 3,
      CASE WHEN pg_temp.dice(node_id, 'held') < 3 THEN 'owner asked' END, pg_temp.dice(node_id, 'retired') < 4, pg_temp.dice(node_id, 'missing') < 2,
      CASE WHEN os < 30 THEN NULL ELSE 'centos' END, CASE WHEN os < 30 THEN NULL WHEN os < 250 THEN '7' ELSE '8' END,
      CASE WHEN os < 30 THEN NULL WHEN os < 250 THEN '7.9' WHEN os < 500 THEN '8.4' ELSE '8.5' END, CASE WHEN os < 30 THEN NULL WHEN os < 250 THEN '3.10.0-1160' ELSE '4.18.0-348' END, now() - interval '1 d'
    FROM place, LATERAL (SELECT pg_temp.dice(node_id, 'app') AS dice, pg_temp.dice(node_id, 'os') AS os) chance ORDER BY i`,
  `INSERT INTO service (service_id, name, owner, floor) SELECT 'large-service-' || s, format('service-%s', lpad(s::text, 2, '0')), format('team-%s', s % 7), 10 FROM generate_series(1, 40) s`,
  `INSERT INTO service_member (service_id, node_id) SELECT 'large-service-' || (1 + pg_temp.dice(node_id, 'service') % 40), node_id FROM place WHERE pg_temp.dice(node_id, 'member') < 300`,
];

const spec = (name: string): string => `jsonb_build_object('name', ${name}, 'kind', 'migrate', 'targetProfileId', 'large-target', 'selector', '{}'::jsonb, 'waves', '[{"count": 50}, {"percent": 5}, {"percent": 20}, {"rest": true}]'::jsonb,
  'gate', '{"failurePercentMax": 5, "verifiedPercentMin": 90, "soakSeconds": 3600, "firstLook": 5, "inconclusiveSecondsMax": 3600, "lostMax": 200}'::jsonb, 'concurrencyMax', 200, 'stagingMax', 400, 'exposureMax', 5000,
  'deadlines', '{"preflight": 60, "staging": 600, "drain": 60, "apply": 1200, "rebootSilence": 240, "reboot": 900, "verify": 120, "restore": 1200}'::jsonb, 'hooks', null, 'seed', 1)`;

/** Share of a site's members, in thousandths, whose run exists, and of those whose run has ended. */
const campaignRows = `(VALUES (1, 'COMPLETED_WITH_EXCEPTIONS', NULL, 1000, 1000), (2, 'COMPLETED', NULL, 1000, 1000), (3, 'RUNNING', NULL, 600, 580), (4, 'PAUSED', 'gateFailed', 250, 248), (5, 'HALTED', 'failuresReachedStop', 60, 60),
  (6, 'AWAITING_APPROVAL', NULL, 0, 0)) AS c (site, kind, reason, opened, ended)`;

const campaigns = ({ nodes, sites }: LargeFleetShape): readonly string[] => [
  // The order of members is the order of racks, so that screens see what a wave-wise change looks like: whole blocks, with exceptions.
  `CREATE TEMPORARY TABLE member ON COMMIT DROP AS SELECT c.*, 'large-' || c.site AS campaign_id, p.node_id, p.ordinal, p.of_all, CASE WHEN p.ordinal <= 50 THEN 1 WHEN p.ordinal <= p.of_all / 20 THEN 2 WHEN p.ordinal <= p.of_all / 4 THEN 3 ELSE 4 END AS wave
    FROM ${campaignRows} JOIN (SELECT place.*, row_number() OVER (PARTITION BY place.site ORDER BY place.i) AS ordinal, count(*) OVER (PARTITION BY place.site) AS of_all
      FROM place JOIN node USING (node_id) WHERE NOT node.retired AND NOT node.protected) p ON p.site = c.site`,
  `INSERT INTO plan_revision (digest, spec, target, waves, excluded) SELECT md5(site::text) || md5(site::text), ${spec(`'site ' || site`)}, (SELECT document FROM target_profile WHERE target_profile_id = 'large-target'),
    (SELECT jsonb_agg(jsonb_build_object('number', wave, 'members', members, 'alternates', '[]'::jsonb) ORDER BY wave) FROM (SELECT m.wave, jsonb_agg(jsonb_build_object('nodeId', n.node_id, 'hostname', n.hostname, 'siteId', n.site_id,
      'domains', n.failure_domains, 'machineId', n.machine_id, 'hostKey', '', 'sourceOs', n.os_id || '-' || n.os_minor) ORDER BY m.ordinal) AS members FROM member m JOIN node n USING (node_id) WHERE m.site = c.site GROUP BY m.wave) w), '[]'
    FROM ${campaignRows} WHERE site <= ${String(sites)}`,
  `INSERT INTO campaign (campaign_id, name, kind, source, state, spec, author_id, last_editor_id, revision_digest, started_at, finished_at, created_at)
    SELECT 'large-' || site, 'CentOS to OpenCloudOS in dc-0' || site, 'migrate', 'operator', jsonb_strip_nulls(jsonb_build_object('kind', kind, 'reason', reason, 'exceptions', CASE WHEN kind LIKE '%EXCEPTIONS' THEN 40 END)),
      ${spec(`'CentOS to OpenCloudOS in dc-0' || site`)}, 'large-author', 'large-author', md5(site::text) || md5(site::text), CASE WHEN opened > 0 THEN now() - interval '5 d' END,
      CASE WHEN kind LIKE 'COMPLETED%' THEN now() - interval '1 d' END, now() - (20 - site) * interval '1 d' FROM ${campaignRows} WHERE site <= ${String(sites)}`,
  `INSERT INTO approval (campaign_id, digest, person_id, decision) SELECT campaign_id, revision_digest, 'large-approver', 'approved' FROM campaign WHERE campaign_id LIKE 'large-%' AND started_at IS NOT NULL`,
  `INSERT INTO wave (campaign_id, number, state, opened_at, closed_at) SELECT campaign_id, wave, jsonb_build_object('kind', CASE WHEN min(ordinal) * 1000 > opened * max(of_all) THEN 'PENDING' WHEN max(ordinal) * 1000 <= ended * max(of_all) THEN 'PASSED' ELSE 'ADMITTING' END),
      now() - interval '4 d', CASE WHEN max(ordinal) * 1000 <= ended * max(of_all) THEN now() - interval '3 d' END FROM member WHERE opened > 0 GROUP BY campaign_id, wave, opened, ended`,
  `INSERT INTO wave_member (campaign_id, wave, node_id, ordinal, alternate, opened, member) SELECT campaign_id, wave, node_id, ordinal, false, ordinal * 1000 <= opened * of_all, '{}' FROM member WHERE opened > 0`,
  `INSERT INTO node_run (run_id, campaign_id, wave, node_id, site_id, state, entered_at, created_at, settled_at, overdue)
    SELECT 'run-' || node_id, campaign_id, wave, node_id, 'large-site-' || site, CASE WHEN is_over THEN over.state ELSE jsonb_build_object('kind', (ARRAY['PLANNED', 'PREFLIGHT', 'STAGING', 'STAGED', 'LEASED', 'DRAINING', 'PROTECTING', 'APPLYING',
      'REBOOTING', 'VERIFYING', 'SOAKING', 'SOAKING'])[1 + dice % 12]) END, now() - ordinal * interval '7 s', now() - interval '4 d', CASE WHEN is_over THEN now() - ordinal * interval '7 s' END, NOT is_over AND dice % 12 BETWEEN 7 AND 8 AND dice % 5 = 0
    FROM member, LATERAL (SELECT ordinal * 1000 <= ended * of_all AS is_over, pg_temp.dice(node_id, 'run') AS dice) chance, LATERAL (SELECT (CASE
      WHEN dice < 8 THEN '{"kind": "FAILED_CLEAN", "reason": "stagingFailed", "failureClass": "NODE"}' WHEN dice < 18 THEN '{"kind": "RESTORED", "reason": "bootFailed", "failureClass": "NODE"}'
      WHEN dice < 22 THEN '{"kind": "QUARANTINED", "reason": "restoreFailed", "failureClass": "NODE"}' WHEN dice < 32 THEN '{"kind": "BLOCKED", "checks": ["disk.predicted"]}' WHEN dice < 40 THEN '{"kind": "DEFERRED", "reason": "unreachable"}'
      WHEN dice < 45 THEN '{"kind": "DEFERRED", "reason": "alreadyOnTarget"}' WHEN dice < 50 THEN '{"kind": "CANCELLED"}' ELSE '{"kind": "SUCCEEDED"}' END)::jsonb AS state) over
    WHERE ordinal * 1000 <= opened * of_all ORDER BY node_id`,
  `UPDATE node SET quarantined = r.state_kind = 'QUARANTINED', os_id = CASE r.state_kind WHEN 'SUCCEEDED' THEN 'opencloudos' ELSE node.os_id END, os_version = CASE r.state_kind WHEN 'SUCCEEDED' THEN '8.8' ELSE os_version END,
      os_minor = CASE r.state_kind WHEN 'SUCCEEDED' THEN NULL ELSE os_minor END FROM node_run r WHERE r.node_id = node.node_id AND r.state_kind IN ('QUARANTINED', 'SUCCEEDED')`,
  `INSERT INTO lease (run_id, node_id, campaign_id, wave, site_id, cause) SELECT run_id, node_id, campaign_id, wave, site_id, 'admission' FROM node_run
    WHERE state_kind IN ('LEASED', 'DRAINING', 'PROTECTING', 'APPLYING', 'REBOOTING', 'VERIFYING', 'UNDOING', 'RESTORING')`,
  `INSERT INTO soak (run_id, attempt, node_id, site_id, required_seconds, exposure_seconds, last_good_at) SELECT run_id, attempt, node_id, site_id, 3600, pg_temp.dice(node_id, 'soak'), now() FROM node_run WHERE state_kind = 'SOAKING'`,
  `INSERT INTO run_outcome (run_id, attempt, kind, state, evidence, recorded_at) SELECT run_id, attempt, state_kind, state, '{}', settled_at FROM node_run WHERE settled_at IS NOT NULL`,
  `INSERT INTO run_step (run_id, attempt, step, state, detail, fence, begun_at, at) SELECT run_id, attempt, step, 'done', '{}', 0, settled_at - interval '10 min', settled_at - interval '10 min' + (20 + pg_temp.dice(node_id, step) / 10) * interval '1 s'
    FROM node_run, unnest(ARRAY['inspect', 'drain', 'snapshot']) AS step WHERE state_kind = 'SUCCEEDED' AND pg_temp.dice(node_id, 'steps') < 100`,
  `INSERT INTO gate_evaluation (campaign_id, wave, verdict, detail, evidence, at) SELECT campaign_id, number, CASE state_kind WHEN 'PASSED' THEN 'PASS' ELSE 'INCONCLUSIVE' END, '{"verified": 50, "needed": 45, "missing": []}', '{}', now() - interval '3 d'
    FROM wave WHERE campaign_id LIKE 'large-%' AND state_kind <> 'PENDING'`,
  // Where somebody watches: half of the sites, just now; the others long ago or never.
  `INSERT INTO node_health (node_id, reachable, verdict, detail, observed_at) SELECT node_id, dice >= 4, CASE WHEN dice < 10 THEN 'bad' WHEN dice < 15 THEN 'unknown' ELSE 'good' END, CASE WHEN dice < 4 THEN '["does not answer"]'::jsonb ELSE '[]' END,
    CASE WHEN site IN (3, 4, 5) THEN now() ELSE now() - interval '1 d' END FROM place, LATERAL (SELECT pg_temp.dice(node_id, 'health') AS dice) chance WHERE site <= ${String(Math.max(1, sites - 1))}`,
  `SELECT audit_append('large-author', 'grace', 'session', 'campaign.note', 'campaign', 'large-' || (1 + s % 6), NULL, NULL, 'seeded for a fleet of ${String(nodes)}') FROM generate_series(1, 40) s`,
];
