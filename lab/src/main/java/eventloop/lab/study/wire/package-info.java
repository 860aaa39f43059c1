/// Clients that send bytes as they are told to, and say what came back.
package eventloop.lab.study.wire;
