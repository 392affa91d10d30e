export const session = {
  title: 'Sign in to Skein',
  name: 'Name',
  password: 'Password',
  submit: 'Sign in',
  nameMissing: 'Enter your name.',
  passwordMissing: 'Enter your password.',
  ended: 'Your session has ended. Sign in to go on where you were.',
} as const;
