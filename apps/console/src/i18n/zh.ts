import { type Translation } from './catalogue.ts';
import { type en } from './en.ts';
import { approvals } from './zh/approvals.ts';
import { audit } from './zh/audit.ts';
import { campaigns } from './zh/campaigns.ts';
import { codes } from './zh/codes.ts';
import { errors } from './zh/errors.ts';
import { fleet } from './zh/fleet.ts';
import { help } from './zh/help.ts';
import { imports } from './zh/imports.ts';
import { kit } from './zh/kit.ts';
import { node } from './zh/node.ts';
import { nodes } from './zh/nodes.ts';
import { now } from './zh/now.ts';
import { session } from './zh/session.ts';
import { settings } from './zh/settings.ts';
import { shell } from './zh/shell.ts';
import { words } from './zh/words.ts';
import { yaml } from './zh/yaml.ts';

/** Simplified Chinese; loaded when asked for. */
export const zh: Translation<typeof en> = { words, codes, kit, errors, shell, session, now, fleet, nodes, node, campaigns, approvals, audit, settings, help, imports, yaml };
