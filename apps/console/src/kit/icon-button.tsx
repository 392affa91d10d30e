import Tooltip from '@mui/material/Tooltip';
import { type MouseEvent } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** An icon with a name that everybody gets to see. */
export const IconButton = ({ icon, name, onClick, pressed, className = '' }: { readonly icon: IconName; readonly name: string; readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void; readonly pressed?: boolean; readonly className?: string }) => (
  <Tooltip title={name}><button type="button" className={`icon-button ${className}`} aria-label={name} aria-pressed={pressed} onClick={onClick}><Icon name={icon} /></button></Tooltip>
);
