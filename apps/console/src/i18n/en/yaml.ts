import { type ErrorCode } from 'yaml';

/** What is wrong with a document in YAML: its form, by the code of the parser, and what it says. */
export const yaml = {
  syntax: {
    ALIAS_PROPS: 'An alias has no anchor or tag of its own',
    BAD_ALIAS: 'The alias cannot be used here',
    BAD_COLLECTION_TYPE: 'The tag does not fit the kind of value',
    BAD_DIRECTIVE: 'The directive is not known',
    BAD_DQ_ESCAPE: 'The escape in the quoted text is not known',
    BAD_INDENT: 'The indentation does not fit',
    BAD_PROP_ORDER: 'Anchors and tags come after the sign of their line',
    BAD_SCALAR_START: 'A text that begins like this needs quotes',
    BLOCK_AS_IMPLICIT_KEY: 'A mapping within a mapping needs a line of its own',
    BLOCK_IN_FLOW: 'What stands in brackets is written in brackets throughout',
    DUPLICATE_KEY: 'This key is there already',
    IMPOSSIBLE: 'This cannot be read',
    KEY_OVER_1024_CHARS: 'The key is too long',
    MISSING_CHAR: 'A sign is missing: a colon, a comma, a quote, a bracket or a blank',
    MULTILINE_IMPLICIT_KEY: 'A key stands on one line',
    MULTIPLE_ANCHORS: 'A value has one anchor at most',
    MULTIPLE_DOCS: 'There is one document at a time',
    MULTIPLE_TAGS: 'A value has one tag at most',
    NON_STRING_KEY: 'A key is a text',
    RESOURCE_EXHAUSTION: 'The document nests too deeply',
    TAB_AS_INDENT: 'Indent with blanks, not with tabs',
    TAG_RESOLVE_FAILED: 'The tag cannot be read',
    UNEXPECTED_TOKEN: 'This is not expected here',
  } satisfies Readonly<Record<ErrorCode, string>>,
  content: {
    mapping: '%{what} is a mapping with %{keys}',
    unknownKey: '%{what} has no %{key}; it may have %{keys}',
    oddKey: '%{what} has no such key; it may have %{keys}',
    list: '%{what} is a list',
    text: '%{what} is a text; put it in quotes if it looks like something else',
    number: '%{what} is a number',
    wave: 'a wave has exactly one of count: a number, percent: a number, rest: true',
    constant: '%{what} is %{wanted}',
  },
  part: {
    document: 'the document', site: 'a site', node: 'a node', label: 'a label', labelKey: 'key of a label', labelValue: 'value of a label', wave: 'a wave', waveSize: '%{kind} of a wave',
  },
} as const;
