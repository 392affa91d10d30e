import { fileURLToPath } from 'node:url';

/** The provider and the hook that an operator of this lab would have written; both want LAB_CONTROL, the path of `control.sock`. */
export const labProviderPath = fileURLToPath(new URL('../bin/lab-provider', import.meta.url));
export const labHookPath = fileURLToPath(new URL('../bin/lab-hook', import.meta.url));
