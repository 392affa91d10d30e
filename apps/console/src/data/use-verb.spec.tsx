// @vitest-environment jsdom
import { ApiError } from '@skein/client';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { NodeHoldDocument } from '../generated/documents.ts';
import { fakeApi, renderConsole } from '../testing/render-console.tsx';
import { useVerb } from './use-verb.ts';

const Hold = ({ reason }: { readonly reason: string }) => {
  const hold = useVerb(NodeHoldDocument);
  return <button type="button" onClick={() => { void hold.run({ nodeId: 'n1', held: true, reason }); }}>{hold.outcome?.kind ?? reason}</button>;
};
const keys = ({ asked }: ReturnType<typeof fakeApi>): string[] => asked.filter(({ name }) => name === 'NodeHold').map(({ variables }) => (variables as { readonly input: { readonly idempotencyKey: string } }).input.idempotencyKey);
const press = async (): Promise<void> => { await userEvent.click(screen.getByRole('button')); };

describe('a verb', () => {
  it('carries the same key while nobody knows whether it was done, and another one afterwards', async () => {
    let lost = true;
    const api = fakeApi({ NodeHold: () => {
      if (lost) throw new ApiError('nobody answers', { kind: 'network', code: 'UNREACHABLE' });
      return { nodeHold: { node: null, userErrors: [] } };
    } });
    await renderConsole(<Hold reason="disk swap" />, { api });
    await press();
    await press();
    lost = false;
    await press();
    await press();
    const [first, second, third, fourth] = keys(api);
    expect([second, third]).toEqual([first, first]);
    expect(fourth).not.toBe(first);
  });

  it('is not done when it was refused', async () => {
    const api = fakeApi({ NodeHold: { nodeHold: { node: null, userErrors: [{ code: 'nodeNotFound', field: null, message: 'there is no such node', hint: null, sentence: null }] } } });
    await renderConsole(<Hold reason="disk swap" />, { api });
    await press();
    expect(screen.getByRole('button').textContent).toBe('refused');
  });
});
