-- How long steps take: the newest that are done, by name.
CREATE INDEX run_step_done ON run_step (step, at DESC) WHERE state = 'done';
