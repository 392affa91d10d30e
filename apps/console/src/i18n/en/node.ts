export const node = {
  title: 'Node',
} as const;
