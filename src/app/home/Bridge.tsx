/** One arch of Trường Tiền bridge for each round: those gone and the current one drawn full, the coming ones faint. */
export function Bridge({ rounds, current }: { rounds: number; current: number }) {
  const width = 240 / Math.max(1, rounds)
  const arches = Array.from({ length: rounds }, (_, index) => index * width)
  return (
    <svg class="bridge" viewBox="-2 0 244 30" fill="none" stroke="currentColor" aria-hidden="true">
      {arches.map((x, index) => (
        <g
          key={x}
          opacity={index < current ? 1 : 0.4}
          stroke-width={index + 1 === current ? 2.4 : 1.4}
          stroke-linecap="round"
        >
          <path d={`M${x} 21Q${x + width / 2} -11 ${x + width} 21`} />
          <path d={struts(x, width)} stroke-width="0.8" />
        </g>
      ))}
      <path d="M-2 21.5H242M-2 24.5H242" stroke-width="1.1" />
    </svg>
  )
}

/** The hangers between arch and deck, evenly spaced. */
function struts(x: number, width: number): string {
  return [1, 2, 3, 4, 5]
    .map((part) => {
      const t = part / 6
      return `M${(x + width * t).toFixed(1)} ${(21 - 64 * t * (1 - t)).toFixed(1)}V21`
    })
    .join("")
}
