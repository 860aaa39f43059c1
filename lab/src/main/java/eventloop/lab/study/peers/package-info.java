/// How real servers answer the same valid requests, topic by topic, beside the course's own.
package eventloop.lab.study.peers;
