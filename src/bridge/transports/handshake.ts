/**
 * The two words spoken before a private MessagePort exists. Neither carries data: the first may reach a stranger, as it
 * goes to `*`; the second brings the port.
 */
export const syn = "hues:syn"
export const ack = "hues:ack"
