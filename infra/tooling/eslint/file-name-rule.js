import { basename, relative } from 'node:path';

const nameless = /^(utils?|helpers?|misc|common|shared|constants|types)(\.spec)?\.tsx?$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.[jt]sx?$/;
const door = /^(libs\/[^/]+|infra\/local)\/src\/index\.ts$/;

/** A file is named after its main export, kebab-case; a library has one index, its door. */
export const fileNameRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      nameless: '`{{name}}` is named after nothing, so it will collect everything. Name the file after its main export.',
      kebab: '`{{name}}` is not kebab-case, so it cannot be guessed from what it exports. Write `judge-gate.ts` for `judgeGate`.',
      innerIndex: 'An inner index makes import cycles that nobody sees. Export from the src/index.ts of the library and import files directly inside it.',
    },
  },
  create: (context) => ({
    Program(node) {
      const path = relative(context.cwd, context.filename).replaceAll('\\', '/');
      const name = basename(path);
      const report = (messageId) => context.report({ node, messageId, data: { name } });
      if (nameless.test(name)) report('nameless');
      else if (/^index\.[jt]sx?$/.test(name) && !door.test(path)) report('innerIndex');
      else if (!kebab.test(name)) report('kebab');
    },
  }),
};
