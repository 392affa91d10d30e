import { SetMetadata } from '@nestjs/common';
import { type Permission } from '@skein/core';

/** What a caller needs before a resolver or route runs. One of the three stands on every method; a test walks them all. */
export type Access = { readonly kind: 'permission'; readonly permission: Permission } | { readonly kind: 'signedIn' } | { readonly kind: 'public' };

export const accessKey = Symbol('skein:access');

/** The caller's role has this permission. */
export const Allow = (permission: Permission): MethodDecorator => declare({ kind: 'permission', permission });
/** Any role: the method concerns only the caller's own things. */
export const SignedIn = (): MethodDecorator => declare({ kind: 'signedIn' });
/** Without sign-in. */
export const Public = (): MethodDecorator => declare({ kind: 'public' });

const declare = (access: Access): MethodDecorator => SetMetadata(accessKey, access);
