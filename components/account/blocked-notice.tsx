import { Notice } from '@/components/ui/notice'

/** Says on a page of their own to who is blocked why nothing on it can be changed. */
export function BlockedNotice() {
  return <Notice tone="warning">Your account is blocked, so you can read this, and change nothing. <a href="/account" className="link">Your account page</a> says why.</Notice>
}
