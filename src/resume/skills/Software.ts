import { parse } from "./Skill.js"

/** Languages, frameworks, platforms and practices of software and data. */
export const software = parse(`
javascript: js, ecmascript, es6, java script
typescript: ts
python: python3, python 3
java: java 8, java 11, java 17, java se, j2se
java ee: j2ee, jakarta ee, jee
kotlin
scala
groovy
clojure
~swift
objective-c: objective c, objc
~c
c++: cpp, c plus plus, c++11, c++14, c++17, c++20
c#: c sharp, csharp
f#: f sharp
.net: dotnet, .net core, .net framework, dot net
asp.net: asp.net core, asp.net mvc
visual basic: vb.net, vb6
~go: golang
~rust
ruby
ruby on rails: rails, ror
php: php 7, php 8
laravel
symfony
wordpress
drupal
magento
perl
~r: rstudio
matlab
~julia
haskell
elixir
erlang
~dart
flutter
~lua
bash: shell scripting, shell script, unix shell
powershell: power shell
cobol
fortran
abap: sap abap
vba: excel vba
pl/sql: plsql
t-sql: tsql, transact sql
sql
html: html5, xhtml
css: css3
sass: scss
tailwind css: tailwind, tailwindcss
bootstrap
react: react.js, reactjs
react native
redux
next.js: nextjs
vue.js: vue, vuejs
nuxt.js: nuxt, nuxtjs
angular: angularjs, angular.js
svelte
jquery
~ember
node.js: nodejs, node
express.js: expressjs
nestjs: nest.js
django
flask
fastapi: fast api
~spring: spring framework, spring mvc
spring boot: springboot
hibernate
graphql
rest api: rest, restful, rest apis, restful apis, restful api, api rest, rest-api
grpc
microservices: micro services, microservice
~soap
websockets: websocket
kafka: apache kafka
rabbitmq: rabbit mq
postgresql: postgres, psql
mysql
mariadb
sqlite
oracle database: oracle db, oracle rdbms
~oracle
sql server: ms sql, mssql, microsoft sql server, ms sql server
mongodb: mongo, mongo db
redis
elasticsearch: elastic search
cassandra
dynamodb
neo4j
snowflake
bigquery: google bigquery
redshift: amazon redshift
databricks
dbt
airflow: apache airflow
apache spark: spark, pyspark
hadoop
hive
etl: elt
data warehousing: data warehouse, dwh
data modeling: data modelling, datenmodellierung
data analysis: data analytics, datenanalyse, analyse de données, análisis de datos, analisi dei dati, análise de dados, analiza danych, data-analyse
data visualization: data visualisation
machine learning: maschinelles lernen, apprentissage automatique, uczenie maszynowe
deep learning
natural language processing: nlp
computer vision
tensorflow
pytorch
keras
scikit-learn: sklearn, scikit learn
pandas
numpy
jupyter: jupyter notebook
statistics: statistik, statistiques, estadística, statistica, estatística, statystyka
a/b testing: ab testing, a/b tests
power bi: powerbi
tableau
looker
qlik: qlikview, qlik sense
aws: amazon web services
azure: microsoft azure
google cloud: gcp, google cloud platform
lambda: aws lambda
ec2
s3: amazon s3
docker: docker compose
kubernetes: k8s
helm
terraform
ansible
puppet
jenkins
github actions
gitlab ci: gitlab ci/cd
ci/cd: ci cd, continuous integration, continuous delivery
git
github
gitlab
svn: subversion
linux: ubuntu, debian, red hat, rhel
unix
windows server
active directory
vmware
citrix
nginx
apache
prometheus
grafana
datadog
splunk
devops: dev ops
site reliability engineering: sre
networking: tcp/ip, netzwerktechnik
cisco: ccna, ccnp
firewalls: firewall
cybersecurity: cyber security, it security, it-sicherheit, information security, informationssicherheit
penetration testing: pentesting, pen testing
siem
iso 27001
itil
cobit
agile: agile methodologies, agil
scrum
kanban
jira
confluence
test automation: automated testing, testautomatisierung
selenium
cypress
playwright
jest
junit
pytest
unit testing: unit tests
tdd: test driven development, test-driven development
domain-driven design: ddd, domain driven design
object-oriented programming: oop, object oriented programming
uml
figma
sketch
adobe xd
photoshop: adobe photoshop
illustrator: adobe illustrator
indesign: adobe indesign
after effects
ux design: user experience, ux
ui design: user interface design
wireframing: wireframes
accessibility: wcag
seo: search engine optimization
google analytics
android
ios
xcode
unity: unity3d
arduino
embedded systems: embedded software
plc: sps
autocad: auto cad
solidworks
catia
`)
