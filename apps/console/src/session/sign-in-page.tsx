import { HttpError, useLogin } from 'ra-core';
import { type FormEvent, useEffect, useState } from 'react';
import { Mark } from '../shell/mark.tsx';
import { type UserErrorPartsFragment } from '../generated/documents.ts';
import { useErrorText, useRefusalText } from '../i18n/use-error-text.ts';
import { useText } from '../i18n/use-text.ts';
import { ApiError } from '@skein/client';
import '../kit/kit.css';
import '../shell/shell.css';

/** Name and password; the session is a cookie that no script sees. */
export function SignInPage() {
  const t = useText();
  const login = useLogin();
  const problemText = useProblemText();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => { document.title = `${t('session.title')} · Skein`; }, [t]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    setProblem(null);
    if (name === '' || password === '' || running) return;
    setRunning(true);
    try {
      await login({ name, password });
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setRunning(false);
    }
  };
  return (
    <main className="sign-in">
      <form onSubmit={(event) => { void submit(event); }} noValidate>
        <div className="flex"><Mark /><h1>{t('session.title')}</h1></div>
        <label className="field-label"><span>{t('session.name')}</span><input className="field" name="name" autoComplete="username" autoFocus value={name} aria-invalid={asked && name === ''} onChange={(event) => { setName(event.target.value); }} />{asked && name === '' ? <span className="field-problem">{t('session.nameMissing')}</span> : null}</label>
        <label className="field-label"><span>{t('session.password')}</span><input className="field" name="password" type="password" autoComplete="current-password" value={password} aria-invalid={asked && password === ''} onChange={(event) => { setPassword(event.target.value); }} />{asked && password === '' ? <span className="field-problem">{t('session.passwordMissing')}</span> : null}</label>
        <p role="alert" className="field-problem">{problem}</p>
        <button type="submit" className="button primary" aria-disabled={running ? true : undefined}>{t('session.submit')}</button>
      </form>
    </main>
  );
}

function useProblemText(): (error: unknown) => string {
  const refusalText = useRefusalText();
  const errorText = useErrorText();
  return (error) => {
    if (!(error instanceof HttpError)) return errorText(error instanceof Error ? error : new Error(String(error)));
    const body: unknown = error.body;
    const said = body as { readonly refusals?: readonly UserErrorPartsFragment[]; readonly code?: string } | null;
    const [refusal] = said?.refusals ?? [];
    return refusal === undefined ? errorText(new ApiError(error.message, { kind: 'refused', code: said?.code ?? 'OTHER' })) : refusalText(refusal);
  };
}
