import Drawer from '@mui/material/Drawer';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { IconButton } from '../kit/icon-button.tsx';
import { LoadingState } from '../kit/loading-state.tsx';

const HelpDrawerContent = lazy(async () => ({ default: (await import('./help-drawer-content.tsx')).HelpDrawerContent }));

interface HelpButtonProps {
  /** Last part of a page's address, such as `read-a-verdict`. */
  readonly page: string;
  /** Heading within it. */
  readonly anchor?: string;
  /** What the page is about, for who does not see the screen around the button. */
  readonly about: string;
}

/** Opens a page of the help beside the screen, so that nobody loses their place. */
export function HelpButton({ page, anchor, about }: HelpButtonProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const close = (): void => { setOpen(false); };
  return (
    <>
      <IconButton icon="help" name={t('help.about', { about })} onClick={() => { setOpen(true); }} />
      <Drawer anchor="right" open={open} onClose={close} slotProps={{ paper: { className: 'help-drawer', 'aria-label': t('help.about', { about }), role: 'dialog' } }}>
        {open ? <Suspense fallback={<LoadingState rows={6} />}><HelpDrawerContent first={{ slug: page, anchor: anchor ?? null }} onClose={close} /></Suspense> : null}
      </Drawer>
    </>
  );
}
