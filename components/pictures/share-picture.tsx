import { site } from '@/components/site/site'

/** What a shared link is shown by. */
export interface ShareWords {
  /** What it is, above its name: "Model · Vision models". */
  above: string
  name: string
  /** A line or two of what it is about; "" where nothing is known. */
  about: string
}

// The light scheme's colours (app/globals.css): what shares a link has no scheme of ours.
const colour = { ground: '#fcfcfb', ink: '#17211e', muted: '#55605c', accent: '#0b6157', line: '#e0e4e2' }

/** A picture of 1200 by 630 for whoever shares a link. Drawn by satori, which knows flex boxes and inline styles alone. */
export function SharePicture({ words: { above, name, about } }: { words: ShareWords }) {
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: colour.ground, color: colour.ink, fontFamily: 'Geist' }}>
      <div style={{ display: 'flex', width: 20, background: colour.accent }} />
      <div style={{ display: 'flex', flexDirection: 'column', justifyContent: 'space-between', flexGrow: 1, padding: '64px 72px' }}>
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div style={{ display: 'flex', fontSize: 32, color: colour.accent }}>{above}</div>
          <div style={{ display: 'flex', marginTop: 24, fontSize: name.length > 24 ? 68 : 92, fontWeight: 600, lineHeight: 1.1, letterSpacing: '-0.02em', maxWidth: 1030 }}>{name}</div>
          <div style={{ display: 'flex', marginTop: 28, fontSize: 36, lineHeight: 1.35, color: colour.muted, maxWidth: 1030 }}>{about}</div>
        </div>
        <div style={{ display: 'flex', alignItems: 'center', paddingTop: 28, borderTop: `2px solid ${colour.line}`, fontSize: 30 }}>
          <div style={{ display: 'flex', width: 24, height: 24, marginRight: 18, borderRadius: 6, background: colour.accent }} />
          {site.name}
        </div>
      </div>
    </div>
  )
}
