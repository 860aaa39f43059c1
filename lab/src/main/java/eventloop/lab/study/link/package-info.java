/// Server and load on two hosts, which are network namespaces of this machine with a cable between them.
package eventloop.lab.study.link;
