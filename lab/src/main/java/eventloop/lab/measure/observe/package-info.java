/// What the operating system tells of a server while it is under load. On Linux, from `/proc`; elsewhere
/// nothing is known, and nothing is claimed.
package eventloop.lab.measure.observe;
