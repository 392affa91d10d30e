export const session = {
  title: 'Sign in to Skein',
  name: 'Name',
  password: 'Password',
  submit: 'Sign in',
  nameMissing: 'Enter your name.',
  passwordMissing: 'Enter your password.',
} as const;
