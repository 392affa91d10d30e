// @vitest-environment jsdom
import { ApiError } from '@skein/client';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { type VerbOutcome } from '../data/use-verb.ts';
import { renderConsole } from '../testing/render-console.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { TypedNameDialog } from './typed-name-dialog.tsx';
import { VerbButton } from './verb-button.tsx';

const done = async (): Promise<VerbOutcome<unknown>> => ({ kind: 'done', payload: {} });
const texts = { title: 'Halt edge?', confirm: 'Halt campaign', keep: 'Keep running' };

describe('halting', () => {
  it('takes one confirm that has the focus, and no typing', async () => {
    const confirm = vi.fn(done);
    const close = vi.fn();
    await renderConsole(<ConfirmDialog {...texts} kind="haltSolid" onConfirm={confirm} onClose={close} />);
    expect(document.activeElement?.textContent).toBe('Halt campaign');
    await userEvent.keyboard('{Enter}');
    expect(confirm).toHaveBeenCalledWith(null);
    expect(close).toHaveBeenCalled();
  });

  it('says that it waits for the answer, and does not offer to keep things as they are meanwhile', async () => {
    let answer: (outcome: VerbOutcome<unknown>) => void = () => undefined;
    const close = vi.fn();
    const confirm = vi.fn(() => new Promise<VerbOutcome<unknown>>((resolve) => { answer = resolve; }));
    await renderConsole(<ConfirmDialog {...texts} onConfirm={confirm} onClose={close} />);
    await userEvent.dblClick(screen.getByRole('button', { name: 'Halt campaign' }));
    expect(screen.getByText('Sent; waiting for the answer').getAttribute('aria-live')).toBe('polite');
    await userEvent.click(screen.getByRole('button', { name: 'Keep running' }));
    expect([confirm.mock.calls.length, close.mock.calls.length]).toEqual([1, 0]);
    answer({ kind: 'done', payload: {} });
    await waitFor(() => { expect(close).toHaveBeenCalledOnce(); });
  });

  it('works while the page is stale', async () => {
    const confirm = vi.fn(done);
    await renderConsole(<ConfirmDialog {...texts} onConfirm={confirm} onClose={() => undefined} />, { status: { kind: 'stale', since: Date.now() } });
    await userEvent.click(screen.getByRole('button', { name: 'Halt campaign' }));
    expect(confirm).toHaveBeenCalledOnce();
  });

  it('stays open and says so when nobody knows whether it arrived', async () => {
    const error = new ApiError('the api cannot be reached', { kind: 'network', code: 'UNREACHABLE' });
    const close = vi.fn();
    await renderConsole(<ConfirmDialog {...texts} onConfirm={async () => ({ kind: 'failed', error })} onClose={close} />);
    await userEvent.click(screen.getByRole('button', { name: 'Halt campaign' }));
    expect((await screen.findByRole('alert')).textContent).toContain('it is never done twice');
    expect(close).not.toHaveBeenCalled();
  });
});

describe('what starts something', () => {
  it('wants the name and a reason first', async () => {
    const confirm = vi.fn(done);
    await renderConsole(<TypedNameDialog title="Start edge?" confirm="Start" keep="Do not start" typedName="edge" onConfirm={confirm} onClose={() => undefined} />);
    const start = screen.getByRole('button', { name: 'Start' });
    expect(start.getAttribute('aria-disabled')).toBe('true');
    await userEvent.type(screen.getByLabelText('Type edge to confirm'), 'edge');
    await userEvent.click(start);
    expect(confirm).not.toHaveBeenCalled();
    expect(screen.getByText('Say why, in a few words.')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'window is open');
    await userEvent.click(start);
    expect(confirm).toHaveBeenCalledWith('window is open');
  });

  it('is refused while the page is stale', async () => {
    const confirm = vi.fn(done);
    await renderConsole(<TypedNameDialog title="Start edge?" confirm="Start" keep="Do not start" typedName="edge" onConfirm={confirm} onClose={() => undefined} />, { status: { kind: 'stale', since: Date.now() } });
    await userEvent.type(screen.getByLabelText('Type edge to confirm'), 'edge');
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'now');
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(confirm).not.toHaveBeenCalled();
  });

  it('shows a refusal in the words of the api, with its code', async () => {
    const refusals = [{ code: 'authorMayNotApprove', field: null, message: 'you drafted this campaign', hint: 'ask an approver', sentence: null }];
    await renderConsole(<ConfirmDialog {...texts} onConfirm={async () => ({ kind: 'refused', refusals })} onClose={() => undefined} />);
    await userEvent.click(screen.getByRole('button', { name: 'Halt campaign' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('You drafted this campaign. Ask an approver.');
    expect(alert.textContent).toContain('authorMayNotApprove');
  });
});

describe('a button that cannot be pressed', () => {
  it('keeps its place in the order of tabs and says why', async () => {
    const pressed = vi.fn();
    await renderConsole(<VerbButton onClick={pressed} disabledReason="It is running.">Resume</VerbButton>);
    await userEvent.tab();
    const button = screen.getByRole('button', { name: 'Resume' });
    expect(document.activeElement).toBe(button);
    await userEvent.keyboard('{Enter}');
    expect(pressed).not.toHaveBeenCalled();
    expect((await screen.findByRole('tooltip')).textContent).toBe('It is running.');
  });
});
