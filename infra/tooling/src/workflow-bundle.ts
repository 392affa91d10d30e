import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url));
const quiet = (): void => undefined;

/**
 * The code of @skein/workflows as one script for Temporal's sandbox. Nothing in it names a folder of the machine that made it: a
 * stack trace reads alike everywhere, and a bundle can be shipped. (Columns in the map of the entry point do depend on the folder's length.)
 */
export async function bundleWorkflows(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(import.meta.resolve('@skein/workflows')),
    logger: { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet },
    webpackConfigHook: (config) => ({
      ...config,
      output: { ...config.output, devtoolModuleFilenameTemplate: ({ absoluteResourcePath }: { absoluteResourcePath: string }) => absoluteResourcePath },
    }),
  });
  return code.replace(inlineMap, (_all, prefix: string, map: string) => prefix + withoutMachinePaths(map)).replaceAll(workspaceRoot, '');
}

const inlineMap = /(sourceMappingURL=data:application\/json;[^,]*,)([A-Za-z0-9+/=]+)/;

/** The map quotes sources and the bundler's own entry point, both by absolute path, and is named after a hash of them. */
function withoutMachinePaths(base64: string): string {
  const text = Buffer.from(base64, 'base64').toString('utf8').replaceAll(workspaceRoot, '');
  const map = { ...(JSON.parse(text) as Record<string, unknown>), file: 'workflow-bundle.js' };
  return Buffer.from(JSON.stringify(map)).toString('base64');
}
