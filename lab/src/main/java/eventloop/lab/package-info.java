/// The lab measures servers from the outside: it starts them as processes, loads them over sockets, looks
/// at what the operating system tells of them, and keeps what it has seen. It knows no server's classes.
///
/// Its packages stand in groups, each of which uses those below it only:
///
/// - `cli`: the commands
/// - `show`: results as pages and pictures
/// - `workbench`: the laboratory of those who make the servers faster; no student needs it
/// - `study`: what a student asks: which server is faster, is a claim true, what can a server do
/// - `measure`: servers as processes, the load on them, what is seen of them, what is kept
package eventloop.lab;
