import { useState } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { AuditCheckDocument, type AuditCheckQuery } from '../generated/documents.ts';
import { useErrorText } from '../i18n/use-error-text.ts';
import { useText } from '../i18n/use-text.ts';
import { StateTile } from '../kit/state-tile.tsx';
import { VerbButton } from '../kit/verb-button.tsx';

/** Recomputes the whole chain on the server, when somebody asks for it, and says what came of it. */
export function ChainCheck() {
  const t = useText();
  const errorText = useErrorText();
  const [asked, setAsked] = useState(false);
  const check = useAsk(AuditCheckDocument, {}, { enabled: asked, freshSeconds: 0 });
  return (
    <>
      <span role="status" className="flex small">
        {check.isFetching ? t('audit.checking') : check.error !== null ? <><StateTile stateClass="FAILED" />{errorText(check.error)}</> : check.data === undefined ? null : <Finding found={check.data.auditVerify} />}
      </span>
      <VerbButton icon="link" disabledReason={check.isFetching ? t('audit.checking') : null} onClick={() => { if (asked) void check.refetch(); else setAsked(true); }}>{t('audit.check')}</VerbButton>
    </>
  );
}

function Finding({ found }: { readonly found: AuditCheckQuery['auditVerify'] }) {
  const t = useText();
  if (found.intact) return <><StateTile stateClass="MIGRATED" />{t('audit.intact', { smart_count: found.checked })}</>;
  return <><StateTile stateClass="FAILED" /><b>{found.fault === 'missing' ? t('audit.brokenMissing', { link: found.brokenAt ?? 0 }) : t('audit.brokenChanged', { link: found.brokenAt ?? 0 })}</b></>;
}
