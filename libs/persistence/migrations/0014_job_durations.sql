-- How long the long parts of a run take: what runs on a node is a job, and the newest that ended well are looked at, by step.
CREATE INDEX node_job_ended_well ON node_job (step, launched_at DESC) WHERE state = 'REBOOTED' OR (state = 'EXITED' AND exit_code = 0);
