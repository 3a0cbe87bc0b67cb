import { describe, expect, it, vi } from 'vitest'
import { startWhole, stopAll, type Stops } from './stops'

describe('startWhole', () => {
  it('stops what was started before the part that fails, and tells why it failed', async () => {
    const stops: Stops = []
    const stop = vi.fn(async () => {})
    const start = async () => {
      stops.unshift(stop)
      throw new Error('no build')
    }
    await expect(startWhole(stops, start)).rejects.toThrow('no build')
    expect(stop).toHaveBeenCalledOnce()
  })

  it('stops nothing where all started', async () => {
    const stop = vi.fn(async () => {})
    await startWhole([stop], async () => {})
    expect(stop).not.toHaveBeenCalled()
  })
})

describe('stopAll', () => {
  it('goes on past a part that does not stop, and says so', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue()
    const database = vi.fn(async () => {})
    expect(await stopAll([() => Promise.reject(new Error('stuck')), database])).toBe(false)
    expect(database).toHaveBeenCalledOnce()
    expect(told).toHaveBeenCalledOnce()
    told.mockRestore()
    expect(await stopAll([database])).toBe(true)
  })
})
