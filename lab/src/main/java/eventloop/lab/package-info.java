/// The lab measures servers from the outside: it starts them as processes, loads them over sockets, looks
/// at what the operating system tells of them, and keeps what it has seen. It knows no server's classes.
package eventloop.lab;
