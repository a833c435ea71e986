import { Section } from '../components/Section';
import { clock, text, time } from '../format';
import type { KeptRequest, Results } from '../results';
import { failureKind } from './text';

/** Requests that were kept as a whole. */
export function Kept({ results }: { results: Results }) {
  const kept = results.kept_requests;
  if (!kept) return null;
  return (
    <>
      {kept.slowest.length > 0 && (
        <Section id="slowest-requests" title="Slowest requests"
          hint="The slowest of the run by service time, up to five of one endpoint. Secrets are masked and bodies are cut.">
          <Requests requests={kept.slowest} />
        </Section>
      )}
      {kept.failed.length > 0 && (
        <Section id="failed-requests" title="Failed requests"
          hint="The first of each kind that failed and some more, by their start. Secrets are masked and bodies are cut.">
          <Requests requests={kept.failed} />
        </Section>
      )}
    </>
  );
}

function Requests({ requests }: { requests: KeptRequest[] }) {
  return (
    <ul class="details-list kept">
      {requests.map((request, index) => (
        <li key={index}>
          <details>
            <summary>
              <span>{text(time(request.duration))}</span>
              <span class="message"><span class="method">{request.method}</span> {request.name}</span>
              <span class="where">{outcome(request)} at {clock(request.at_seconds)}</span>
            </summary>
            <pre tabIndex={0}>{whole(request)}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}

const outcome = (request: KeptRequest) => (request.status > 0 ? String(request.status) : failureKind(request.error_kind));

function whole(request: KeptRequest): string {
  const phases = [
    ['blocked', request.blocked],
    ['connecting', request.connecting],
    ['TLS', request.tls_handshaking],
    ['sending', request.sending],
    ['waiting', request.waiting],
    ['receiving', request.receiving],
  ] as const;
  const lines = [
    request.url,
    phases.map(([name, millis]) => `${name} ${text(time(millis))}`).join(', '),
    request.trace_id && `trace ${request.trace_id}`,
    request.error && `error: ${request.error}`,
  ];
  return [lines.filter(Boolean).join('\n'), request.sent, request.received].filter(Boolean).join('\n\n');
}
