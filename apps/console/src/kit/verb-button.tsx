import Tooltip from '@mui/material/Tooltip';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface VerbButtonProps {
  readonly children: ReactNode;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly kind?: 'secondary' | 'primary' | 'plain' | 'halt' | 'haltSolid';
  readonly icon?: IconName;
  readonly small?: boolean;
  /** Why it cannot be pressed now; the button stays focusable and says so. */
  readonly disabledReason?: string | null | undefined;
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly type?: 'button' | 'submit';
}

const classes = { secondary: '', primary: 'primary', plain: 'plain', halt: 'halt', haltSolid: 'halt solid' } as const;

/** A verb. It is never hidden because of a state, and never disabled without saying why. */
export function VerbButton({ children, onClick, kind = 'secondary', icon, small = false, disabledReason, autoFocus = false, className = '', type = 'button' }: VerbButtonProps) {
  const place = useRef<HTMLButtonElement>(null);
  // React's own `autoFocus` comes before the tooltip has its element and is lost with it.
  useEffect(() => { if (autoFocus) place.current?.focus(); }, [autoFocus]);
  const off = disabledReason !== undefined && disabledReason !== null;
  const button = (
    <button
      ref={place} type={type} className={`button ${classes[kind]} ${small ? 'small-size' : ''} ${className}`} aria-disabled={off ? true : undefined}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick(event);
      }}
    >
      {icon === undefined ? null : <Icon name={icon} />}{children}
    </button>
  );
  // The tooltip is there with nothing to say as well: a button that became another element would lose the focus when it may be pressed.
  return <Tooltip title={off ? disabledReason : ''} describeChild>{button}</Tooltip>;
}
