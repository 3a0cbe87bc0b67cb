const sentences: Record<string, string> = {
  OAuthSignin: 'The sign-in provider could not be reached. Try again in a minute, or another way.',
  OAuthCallback: 'The sign-in was not finished at the provider: it was cancelled, or took too long. Try again.',
  OAuthCreateAccount: 'Your account could not be made. Try again in a minute.',
  EmailCreateAccount: 'Your account could not be made. Try again in a minute.',
  OAuthAccountNotLinked: 'That account already belongs to somebody else here. Sign out first, then sign in with it.',
  EmailSignin: 'No mail could be sent to that address. Look whether it is right.',
  Verification: 'That link was used before, or is more than an hour old. Ask for a new one.',
  AccessDenied: 'The provider did not let you in.',
  SessionRequired: 'Sign in first.',
  Configuration: 'Sign-in is not set up correctly here. A maintainer of this portal can see why in its log.',
}

/** What went wrong with a sign-in, by next-auth's code for it, in a sentence; undefined: nothing did. */
export function signInError(code: string | undefined): string | undefined {
  if (code === undefined) return undefined
  return Object.hasOwn(sentences, code) ? sentences[code] : 'The sign-in did not work. Try again.'
}
