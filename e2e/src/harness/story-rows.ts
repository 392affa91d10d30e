import pg from 'pg';

/** What PostgreSQL knows and no page needs to show; stories compare what people were told with it. */
export interface PermitRow {
  readonly hostname: string;
  readonly state: string;
  /** Milliseconds since 1970 on the database's clock; null: none, or it was given back. */
  readonly permitAt: number | null;
  readonly leased: boolean;
}

export interface JobSeen {
  readonly hostname: string;
  readonly jobId: string;
  readonly step: string;
  readonly state: string;
  readonly phase: string;
  readonly reason: string | null;
  readonly launchedAt: number;
}

export interface EffectSeen {
  readonly hostname: string;
  readonly step: string;
  readonly direction: 'do' | 'undo';
  readonly state: string;
}

export class StoryRows {
  readonly #pool: pg.Pool;

  constructor(databaseUrl: string) {
    this.#pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    // Stories kill things; a connection that dies while it is idle is no news.
    this.#pool.on('error', () => undefined);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async now(): Promise<number> {
    return Number((await this.#pool.query<{ now: string }>('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now')).rows[0]?.now);
  }

  async permits(campaignId: string): Promise<readonly PermitRow[]> {
    return (await this.#pool.query<PermitRow>(
      `SELECT n.hostname, r.state_kind AS state, (extract(epoch FROM r.permit_at) * 1000)::double precision AS "permitAt",
         EXISTS (SELECT FROM lease l WHERE l.run_id = r.run_id AND l.released_at IS NULL) AS leased
       FROM node_run r JOIN node n ON n.node_id = r.node_id WHERE r.campaign_id = $1 ORDER BY n.hostname`, [campaignId])).rows;
  }

  async jobs(campaignId: string): Promise<readonly JobSeen[]> {
    return (await this.#pool.query<JobSeen>(
      `SELECT n.hostname, j.job_id AS "jobId", j.step, j.state, j.phase, j.reason, (extract(epoch FROM j.launched_at) * 1000)::double precision AS "launchedAt"
       FROM node_job j JOIN node_run r ON r.run_id = j.run_id JOIN node n ON n.node_id = r.node_id WHERE r.campaign_id = $1 ORDER BY j.launched_at`, [campaignId])).rows;
  }

  async effects(campaignId: string): Promise<readonly EffectSeen[]> {
    return (await this.#pool.query<EffectSeen>(
      `SELECT n.hostname, e.step, e.direction, e.state FROM effect e JOIN node_run r ON r.run_id = e.run_id JOIN node n ON n.node_id = r.node_id
       WHERE r.campaign_id = $1 ORDER BY e.effect_id`, [campaignId])).rows;
  }

  /** Every state that outcomes of these runs ever had: OVERDUE is kept after the real one has replaced it. */
  async outcomes(campaignId: string): Promise<readonly { readonly hostname: string; readonly kind: string }[]> {
    return (await this.#pool.query<{ hostname: string; kind: string }>(
      `SELECT n.hostname, o.kind FROM run_outcome o JOIN node_run r ON r.run_id = o.run_id JOIN node n ON n.node_id = r.node_id WHERE r.campaign_id = $1 ORDER BY o.run_outcome_id`, [campaignId])).rows;
  }

  /** Where everything stands, a line each, for whoever reads why a story failed; runs that went well say only that. */
  async evidence(): Promise<readonly string[]> {
    const lines = async (sql: string) => (await this.#pool.query<{ line: string }>(sql)).rows.map(({ line }) => line);
    return [
      ...await lines(`SELECT format('campaign %s %s, epoch %s, at it for %s s', name, state, epoch, round(extract(epoch FROM now() - entered_at))) AS line FROM campaign ORDER BY created_at`),
      ...await lines(`SELECT format('wave %s of %s: %s, at it for %s s', w.number, c.name, w.state, round(extract(epoch FROM now() - w.entered_at))) AS line FROM wave w JOIN campaign c USING (campaign_id) WHERE w.state_kind <> 'PASSED' ORDER BY c.created_at, w.number`),
      ...await lines(`SELECT format('%s in %s: %s, attempt %s, at it for %s s, last advanced %s s ago, due in %s s, %s, steps %s; jobs %s', n.hostname, c.name, r.state, r.attempt,
           round(extract(epoch FROM now() - r.entered_at)), round(extract(epoch FROM now() - r.advanced_at)), round(extract(epoch FROM r.due_at - now())), r.intent,
           (SELECT string_agg(format('%s=%s %s', s.step, s.state, to_char(s.at, 'HH24:MI:SS')), ' ' ORDER BY s.at) FROM run_step s WHERE s.run_id = r.run_id),
           (SELECT string_agg(format('%s %s/%s %s launched %s seen %s', j.step, j.state, j.phase, j.reason, to_char(j.launched_at, 'HH24:MI:SS'), to_char(j.last_seen_at, 'HH24:MI:SS')), ', ' ORDER BY j.launched_at) FROM node_job j WHERE j.run_id = r.run_id)) AS line
         FROM node_run r JOIN node n USING (node_id) JOIN campaign c USING (campaign_id) WHERE r.state_kind <> 'SUCCEEDED' ORDER BY c.created_at, n.hostname`),
      ...await lines(`SELECT format('%s runs SUCCEEDED', count(*)) AS line FROM node_run WHERE state_kind = 'SUCCEEDED'`),
      ...await lines(`SELECT format('driver %s wants attention: %s', to_jsonb(d) ->> 'driver', to_jsonb(d)) AS line FROM driver_attention d`),
      ...await lines(`SELECT format('outbox: %s waiting, the oldest for %s s', count(*), round(extract(epoch FROM now() - min(created_at)))) AS line FROM outbox`),
      ...await lines(`SELECT format('it is %s', to_char(now(), 'HH24:MI:SS')) AS line`),
    ];
  }

  /** Looks every 100 ms until `read` gives something; for moments that pass quickly. */
  async until<T>(what: string, seconds: number, read: () => Promise<T | undefined>): Promise<T> {
    for (const until = Date.now() + seconds * 1000; ;) {
      const found = await read();
      if (found !== undefined) return found;
      if (Date.now() > until) throw new Error(`not within ${String(seconds)} s: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
