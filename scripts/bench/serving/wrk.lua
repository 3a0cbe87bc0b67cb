-- wrk's own words round to three digits: one line for a program (see wrk.ts). Without a function for each answer, wrk does not read what is in them.
function done(summary, latency)
   local errors = summary.errors
   print(string.format(
      '{"requests":%d,"microseconds":%d,"bytes":%d,"p50":%d,"p99":%d,"errors":%d}',
      summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(99),
      errors.connect + errors.read + errors.write + errors.status + errors.timeout
   ))
end
