import { ApiError } from '@skein/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '../../data/api-context.tsx';
import { useVerb } from '../../data/use-verb.ts';
import { type CampaignSpecInput, type UserErrorPartsFragment, WizardCampaignDocument, WizardDraftDocument, WizardReviseDocument } from '../../generated/documents.ts';
import { type CampaignForm } from './campaign-form.ts';
import { type FieldPath } from './field-problems.ts';
import { forgetForm, keepForm } from './kept-form.ts';
import { specFromForm } from './spec-from-form.ts';

export type DraftStatus =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'saving' }
  | { readonly kind: 'incomplete'; readonly fields: readonly FieldPath[] }
  | { readonly kind: 'refused'; readonly refusals: readonly UserErrorPartsFragment[] }
  | { readonly kind: 'failed'; readonly error: Error };

interface Known {
  readonly id: string | null;
  readonly version: number | null;
}

export interface Draft extends Known {
  readonly status: DraftStatus;
  /** Somebody else has saved another version since this one was read; nothing is saved until a person has decided. */
  readonly conflict: boolean;
  /** Saves over the version of somebody else. */
  readonly saveOver: () => Promise<void>;
  /** Drops what is here and shows what is on the server. */
  readonly showOther: () => void;
  /** Saves now what is not saved; the id of the draft on the server, or null when it could not be saved. */
  readonly flush: () => Promise<string | null>;
}

const pauseMilliseconds = 1200;

/** Keeps the form on the server: made with the first complete form, changed after every pause of the typing, one save after the other. What the server cannot have stays in this tab. */
export function useDraft(form: CampaignForm, first: Known & { readonly unsaved: boolean }, onMade: (id: string) => void): Draft {
  const api = useApi();
  const draft = useVerb(WizardDraftDocument);
  const revise = useVerb(WizardReviseDocument);
  const [known, setKnown] = useState<Known>({ id: first.id, version: first.version });
  const [status, setStatus] = useState<DraftStatus>({ kind: 'untouched' });
  const shown = useRef<Known>(known);
  const latest = useRef(form);
  const savedText = useRef<string | null>(first.unsaved ? null : textOf(form));
  const busy = useRef<Promise<string | null>>(Promise.resolve(first.id));
  latest.current = form;

  const saveOnce = useCallback(async (): Promise<string | null> => {
    const { id, version } = shown.current;
    const answer = specFromForm(latest.current);
    if (answer.kind === 'incomplete') {
      setStatus({ kind: 'incomplete', fields: answer.fields });
      return null;
    }
    const text = JSON.stringify(answer.spec);
    if (text === savedText.current) return id;
    setStatus({ kind: 'saving' });
    const outcome = await (id === null ? draft.run({ spec: answer.spec }) : revise.run({ campaignId: id, expectedVersion: version, spec: answer.spec }));
    if (outcome.kind === 'refused') {
      setStatus({ kind: 'refused', refusals: outcome.refusals });
      return null;
    }
    if (outcome.kind === 'failed') {
      setStatus({ kind: 'failed', error: outcome.error });
      return null;
    }
    const { campaign } = outcome.payload;
    if (campaign === null) throw new Error('a draft was saved and is not there');
    savedText.current = text;
    forgetForm(sessionStorage, id);
    shown.current = { id: campaign.id, version: campaign.version };
    setKnown(shown.current);
    setStatus({ kind: 'saved', at: new Date() });
    if (id === null) onMade(campaign.id);
    return campaign.id;
  }, [draft, revise, onMade]);

  const flush = useCallback((): Promise<string | null> => {
    busy.current = busy.current.then(saveOnce, saveOnce);
    return busy.current;
  }, [saveOnce]);
  const flushLater = useRef(flush);
  flushLater.current = flush;

  useEffect(() => {
    if (textOf(form) === savedText.current) return undefined;
    keepForm(sessionStorage, shown.current, form);
    const timer = setTimeout(() => { void flushLater.current(); }, pauseMilliseconds);
    return () => { clearTimeout(timer); };
  }, [form]);

  const saveOver = useCallback(async (): Promise<void> => {
    const { id } = shown.current;
    if (id === null) return;
    try {
      const { campaign } = await api.request(WizardCampaignDocument, { id });
      if (campaign !== null) shown.current = { id, version: campaign.version };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setStatus({ kind: 'failed', error });
      return;
    }
    await flushLater.current();
  }, [api]);
  const showOther = useCallback((): void => {
    forgetForm(sessionStorage, shown.current.id);
    // The address is that of the draft, whichever way this page was reached.
    location.reload();
  }, []);

  return { ...known, status, flush, saveOver, showOther, conflict: status.kind === 'refused' && status.refusals.some(({ code }) => code === 'staleVersion') };
}

const textOf = (form: CampaignForm): string | null => {
  const answer = specFromForm(form);
  return answer.kind === 'spec' ? JSON.stringify(answer.spec satisfies CampaignSpecInput) : null;
};
